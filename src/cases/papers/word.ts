/** A paper as a Word file: A4, Chinese fonts, tables with lines, so that it is printed as it is. */
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Block, Paper } from './paper.rules.ts'

const bodyFont = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' }
const headFont = { ascii: 'SimHei', hAnsi: 'SimHei', eastAsia: '黑体' }
/** Half points. */
const size = { title: 36, heading: 26, text: 24, cell: 21 }
const pageWidth = 9350

/** The file; `mark` stands at the foot of every page: who made it, when. */
export async function wordOf({ title, blocks }: Paper, mark: string): Promise<Buffer> {
  const document = new Document({
    title,
    creator: '衔接',
    styles: { default: { document: { run: { font: bodyFont, size: size.text } } } },
    sections: [
      {
        properties: { page: { margin: { top: 1300, bottom: 1100, left: 1270, right: 1270 } } },
        footers: { default: new Footer({ children: [foot(mark)] }) },
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 240 }, children: [run(title, size.title, true)] }),
          ...blocks.flatMap(drawn),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const run = (text: string, points: number, isHead = false): TextRun =>
  new TextRun({ text: readable(text), size: points, font: isHead ? headFont : bodyFont })

/** Signs XML cannot carry. */
const readable = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()

const foot = (mark: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [run(`${mark}　第 `, 16), new TextRun({ children: [PageNumber.CURRENT], size: 16 }), run(' 页', 16)],
  })

function drawn(block: Block): (Paragraph | Table)[] {
  if (block.kind === 'heading')
    return [new Paragraph({ spacing: { before: 200, after: 80 }, children: [run(block.text, size.heading, true)] })]
  if (block.kind === 'text')
    return [new Paragraph({ spacing: { line: 400 }, indent: { firstLine: 480 }, children: [run(block.text, size.text)] })]
  if (block.kind === 'facts') return [grid(factRows(block.rows), [1500, 3175, 1500, 3175], true), gap()]
  if (block.kind === 'table') return [grid([block.columns, ...block.rows], widthsOf([block.columns, ...block.rows]), false), gap()]
  const isSigned = block.kind === 'signed'
  const line = (text: string) =>
    new Paragraph({
      alignment: isSigned ? AlignmentType.RIGHT : AlignmentType.LEFT,
      spacing: { line: 520 },
      children: [run(isSigned ? text : `${text}：＿＿＿＿＿＿＿＿＿＿＿＿`, size.text)],
    })
  return [new Paragraph({ spacing: { before: 200 }, children: [] }), ...block.lines.map(line)]
}

/** Tables that touch would become one. */
const gap = (): Paragraph => new Paragraph({ spacing: { line: 100 }, children: [run('', 8)] })

/** Two pairs of label and value beside each other; a long value has a row of its own. */
function factRows(rows: readonly (readonly [string, string])[]): string[][] {
  const made: string[][] = []
  let open: string[] | undefined
  for (const [label, value] of rows) {
    if ([...value].length > 16) {
      made.push([label, value])
      open = undefined
    } else if (open === undefined) {
      open = [label, value]
      made.push(open)
    } else {
      open.push(label, value)
      open = undefined
    }
  }
  return made
}

/** Columns share the page by the longest word in them, none too thin to be read. */
function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const longest = (rows[0] ?? []).map((_, at) => Math.max(6, ...rows.map((cells) => Math.min(18, breadthOf(cells[at] ?? '') + 2))))
  const sum = longest.reduce((whole, one) => whole + one, 0)
  return longest.map((one) => Math.floor((pageWidth * one) / sum))
}

/** A Chinese sign is as broad as two others. */
const breadthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u00ff' ? 2 : 1), 0)

function grid(rows: readonly (readonly string[])[], widths: readonly number[], isFacts: boolean): Table {
  return new Table({
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: !isFacts && row === 0,
          children: cells.map((text, at) => {
            const span = at === cells.length - 1 ? widths.length - cells.length + 1 : 1
            const isLabel = isFacts ? at % 2 === 0 : row === 0
            return new TableCell({
              columnSpan: span,
              width: { size: widths.slice(at, at + span).reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
              margins: { top: 50, bottom: 50, left: 80, right: 80 },
              ...(isLabel ? { shading: { fill: 'F2F2F2' } } : {}),
              children: text.split('\n').map((line) => new Paragraph({ children: [run(line, size.cell, isLabel)] })),
            })
          }),
        }),
    ),
  })
}
