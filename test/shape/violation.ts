/** What a lint reads and what it answers. */

/** A file of the repository; `path` is below its root, with `/`. */
export interface SourceFile {
  path: string
  text: string
}

export interface Violation {
  path: string
  /** From 1; 0 means the file as a whole. */
  line: number
  message: string
}

/** Lines of a file that match, with what is said about them. */
export function linesMatching(file: SourceFile, pattern: RegExp, message: string): Violation[] {
  return file.text.split('\n').flatMap((line, i) => (pattern.test(line) ? [{ path: file.path, line: i + 1, message }] : []))
}

/** `src/intake/zip.ts:12 message`, as editors and terminals link it. */
export function violationLine({ path, line, message }: Violation): string {
  return `${path}${line > 0 ? `:${line}` : ''} ${message}`
}
