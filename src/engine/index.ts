/** The columnar engine's front door. */
export { type Engine, type EngineOptions, openEngine } from './engine.ts'
export { ident, list, text } from './dialect.ts'
