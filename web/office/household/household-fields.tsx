/** The household itself, block by block as on the national forms. */
import { Switch } from 'antd'
import { useState } from 'react'
import { Block } from '../../parts/page.tsx'
import { Facts } from '../../parts/words.tsx'
import { blocksOf, inWords, useFields } from './fields.ts'
import type { HouseholdFile } from './page.tsx'

export function HouseholdFields({ file }: { file: HouseholdFile }) {
  const fields = useFields('household')
  const [showsAll, setShowsAll] = useState(false)
  return (
    <>
      <div className="row" style={{ marginBottom: 8 }}>
        <Switch id="all-fields" size="small" checked={showsAll} onChange={setShowsAll} aria-label="也显示没有填写的项目" />
        <label htmlFor="all-fields">也显示没有填写的项目</label>
      </div>
      {blocksOf(fields).map(([block, inBlock]) => {
        const shown = inBlock.filter(({ name }) => showsAll || file.values[name])
        return shown.length === 0 ? null : (
          <Block key={block} title={block}>
            <Facts
              lines={shown.map(
                (field) =>
                  [
                    field.label,
                    <>
                      {inWords(field, file.values[field.name])}
                      {file.localFields.includes(field.name) ? (
                        <span className="faint" title="县里改过，与全国系统不同时以此为准">
                          （本县填报）
                        </span>
                      ) : null}
                    </>,
                  ] as const,
              )}
            />
          </Block>
        )
      })}
    </>
  )
}
