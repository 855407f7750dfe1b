/** The columnar engine's front door. */

export { ident, list, text } from './dialect.ts'
export { type Begin, type Engine, type EngineOptions, openEngine } from './engine.ts'
export { inPrivateFolder, isAlive, privateFolder, privatePrefix, removeLeftovers } from './private-folder.ts'
