/** The columnar engine's front door. */

export { ident, list, text } from './dialect.ts'
export { type Engine, type EngineOptions, openEngine } from './engine.ts'
