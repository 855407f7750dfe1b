/** The one look of all our workbooks: black on white, one quiet blue, colour only where it means something. */
import type { Style as ExcelStyle } from 'exceljs'

export type Style = Partial<ExcelStyle>

const ink = 'FF1F2933'
const grey = 'FF6B7785'
const line = { style: 'thin', color: { argb: 'FFC5CDD6' } } as const
const box = { top: line, left: line, bottom: line, right: line }
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const
const body = { name: '宋体', size: 10, color: { argb: ink } }

/** Body cells: text format throughout, so that no program turns a number of 18 digits into 5.22E+17. */
export const styles = {
  title: { font: { name: '黑体', size: 18, color: { argb: 'FF1F3A5F' } }, alignment: { vertical: 'middle', horizontal: 'center' } },
  sheetTitle: { font: { name: '黑体', size: 14, color: { argb: 'FF1F3A5F' } }, alignment: { vertical: 'middle' } },
  subtitle: { font: { ...body, color: { argb: grey } }, alignment: { vertical: 'middle', horizontal: 'center' } },
  remark: { font: { ...body, size: 9, color: { argb: grey } }, alignment: { vertical: 'middle', wrapText: true } },
  section: {
    font: { name: '黑体', size: 12, color: { argb: 'FF1F3A5F' } },
    alignment: { vertical: 'middle' },
    border: { bottom: { style: 'medium', color: { argb: 'FF1F3A5F' } } },
  },
  header: {
    font: { name: '黑体', size: 10, color: { argb: 'FFFFFFFF' } },
    fill: fill('FF2F5579'),
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    border: box,
    numFmt: '@',
  },
  fillHeader: {
    font: { name: '黑体', size: 10, color: { argb: 'FF5A4300' } },
    fill: fill('FFFFE9A8'),
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    border: box,
    numFmt: '@',
  },
  text: { font: body, alignment: { vertical: 'middle', wrapText: true }, border: box, numFmt: '@' },
  card: { font: body, alignment: { vertical: 'top', wrapText: true }, border: box, numFmt: '@' },
  link: { font: { ...body, underline: true, color: { argb: 'FF2F5579' } }, alignment: { vertical: 'middle' }, border: box, numFmt: '@' },
  centred: { font: body, alignment: { vertical: 'middle', horizontal: 'center', wrapText: true }, border: box, numFmt: '@' },
  count: { font: body, alignment: { vertical: 'middle', horizontal: 'right', indent: 1 }, border: box, numFmt: '#,##0' },
  toFill: { font: body, fill: fill('FFFFFBEB'), alignment: { vertical: 'middle', wrapText: true }, border: box, numFmt: '@' },
  label: {
    font: { ...body, color: { argb: grey } },
    fill: fill('FFF3F6F9'),
    alignment: { vertical: 'middle', horizontal: 'center' },
    border: box,
    numFmt: '@',
  },
  figure: {
    font: { ...body, size: 14, bold: true },
    alignment: { vertical: 'middle', horizontal: 'center' },
    border: box,
    numFmt: '#,##0',
  },
  total: {
    font: { ...body, bold: true },
    fill: fill('FFF3F6F9'),
    alignment: { vertical: 'middle', horizontal: 'right', indent: 1 },
    border: box,
    numFmt: '#,##0',
  },
  totalText: {
    font: { ...body, bold: true },
    fill: fill('FFF3F6F9'),
    alignment: { vertical: 'middle', horizontal: 'center' },
    border: box,
    numFmt: '@',
  },
  warning: { font: body, fill: fill('FFFFF6DD'), alignment: { vertical: 'middle', wrapText: true }, border: box, numFmt: '@' },
  empty: {
    font: { ...body, color: { argb: grey } },
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    border: box,
    numFmt: '@',
  },
  red: {
    font: { ...body, bold: true, color: { argb: 'FF9C1C1C' } },
    fill: fill('FFF8D3D0'),
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    border: box,
    numFmt: '@',
  },
  yellow: {
    font: { ...body, bold: true, color: { argb: 'FF7A5700' } },
    fill: fill('FFFFEBB0'),
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    border: box,
    numFmt: '@',
  },
  green: {
    font: { ...body, bold: true, color: { argb: 'FF2E5E2A' } },
    fill: fill('FFDDEFD9'),
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    border: box,
    numFmt: '@',
  },
  badCell: {
    font: { ...body, color: { argb: 'FF9C1C1C' } },
    fill: fill('FFF8D3D0'),
    alignment: { vertical: 'middle', wrapText: true },
    border: box,
    numFmt: '@',
  },
  doubtfulCell: {
    font: { ...body, color: { argb: 'FF7A5700' } },
    fill: fill('FFFFEBB0'),
    alignment: { vertical: 'middle', wrapText: true },
    border: box,
    numFmt: '@',
  },
} satisfies Record<string, Style>

export type StyleName = keyof typeof styles
