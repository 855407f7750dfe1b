/** Settings that are printed or cannot be taken back are checked when the server starts. */
import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test.each([
  [undefined, undefined],
  ['', undefined],
  ['https://fpfx.example.gov.cn', 'https://fpfx.example.gov.cn'],
  ['https://fpfx.example.gov.cn/', 'https://fpfx.example.gov.cn'],
  ['https://example.gov.cn/fpfx//', 'https://example.gov.cn/fpfx'],
  ['http://10.0.0.7:8443', 'http://10.0.0.7:8443'],
])('the public address %s is printed as %s', (written, printed) => {
  expect(readSettings(written === undefined ? {} : { XIANJIE_PUBLIC_URL: written }).publicUrl).toBe(printed)
})

test.each([
  'fpfx.example.gov.cn',
  'ftp://example.gov.cn',
  'https://example.gov.cn/?a=1',
  'https://example.gov.cn/#m',
  'https://u:p@example.gov.cn',
  '公众网',
])('the public address “%s” is no address for phones: the server says so and does not start', (written) => {
  expect(() => readSettings({ XIANJIE_PUBLIC_URL: written })).toThrow(`XIANJIE_PUBLIC_URL 写的“${written}”`)
})
