/** The parts of the documents that are made from the program, so that a test can hold them fresh. */
import type { Policy } from '../../src/policy/index.ts'

/** Datasets as a department knows them: what it is called, who sends it, by which columns it is recognised. */
export function datasetTable(policy: Policy): string {
  const rows = [...policy.datasets].map(([id, dataset]) => {
    const columns = Object.values(dataset.fields).filter((field) => field.recognises)
    const oneOf = (dataset.recognised_by_one_of ?? []).map((names) =>
      names.map((name) => dataset.fields[name]?.headers[0] ?? name).join(' 或 '),
    )
    const marks = [...columns.map(({ headers }) => headers.join('/')), ...oneOf]
    return `| \`${id}\` | ${dataset.label} | ${dataset.department} | ${dataset.about === 'household' ? '户' : '人'} | ${marks.join('、')} |`
  })
  return ['| 数据表 | 名称 | 部门 | 一行说的是 | 凭哪些列认定 |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
}

/** Text between two marks. */
export function marked(text: string, name: string): string {
  return new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)\\n<!-- /${name} -->`).exec(text)?.[1] ?? ''
}

/** First cells of the table below a heading, without backticks. */
export function firstColumn(text: string, heading: string): string[] {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? ''
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '')
}

/** Shell words of every command shown in a code block or in backticks that starts with one of ours. */
export function commandsIn(text: string): string[][] {
  const blocks = [...text.matchAll(/```(?:sh|bash)\n([\s\S]*?)```/g)].flatMap((match) => (match[1] ?? '').split('\n'))
  const inline = [...text.matchAll(/`((?:npm|node|npx) [^`\n]+)`/g)].map((match) => match[1] ?? '')
  return [...blocks, ...inline]
    .map((line) => line.replace(/\s#.*$/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => line.split('&&'))
    .map((line) => line.trim().split(/\s+/))
}
