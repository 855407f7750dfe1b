/** The whole of `policy/` as one checked, frozen value. */
import type { OverlayText } from './overlay.ts'
import type {
  CodeList,
  Dataset,
  DatasetOverlay,
  Fact,
  Glossary,
  Identity,
  Law,
  Parameter,
  ParameterOverlay,
  Rule,
  RuleEnd,
} from './schema.ts'

/** `national` or the 2-, 4-, 6-, 9- or 12-digit code of a region. */
export type PolicyRegion = string

export interface LoadedFact extends Fact {
  /** The query of a derived fact. */
  readonly sql?: string
}

export interface LoadedRule extends Rule {
  readonly id: string
  readonly region: PolicyRegion
}

/** What one region says differently. */
export interface RegionPolicy {
  readonly parameters: ReadonlyMap<string, ParameterOverlay>
  readonly datasets: ReadonlyMap<string, DatasetOverlay>
  /** The region's own rules. */
  readonly rules: ReadonlyMap<string, LoadedRule>
  /** National rules that end here. */
  readonly endedRules: ReadonlyMap<string, RuleEnd>
}

export interface Policy {
  /** Where it was read; rooms read their own sub-folders (quality, comparisons, linkage) from here. No part of the hash. */
  readonly folder: string
  /** What was laid over the folder; a process that reads the folder again needs it too. */
  readonly overlay?: OverlayText
  /** SHA-256 over every `.yaml` and `.sql` below the folder and the overlay, independent of file order and line ends. */
  readonly hash: string
  readonly laws: ReadonlyMap<string, Law>
  readonly glossary: Glossary
  readonly codeLists: ReadonlyMap<string, CodeList>
  readonly identity: Identity
  readonly datasets: ReadonlyMap<string, Dataset>
  readonly facts: ReadonlyMap<string, LoadedFact>
  /** National definitions by `folder/name`; values of regions are in `regions`. */
  readonly parameters: ReadonlyMap<string, Parameter>
  /** National rules. */
  readonly rules: ReadonlyMap<string, LoadedRule>
  readonly regions: ReadonlyMap<string, RegionPolicy>
}
