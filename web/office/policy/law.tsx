/** The documents that are cited. */
import { useQuery } from '@tanstack/react-query'
import { Collapse, Input } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import { Facts } from '../../parts/words.tsx'

export function Law() {
  const asked = useQuery({ queryKey: ['law'], queryFn: () => ok(api.GET('/api/v1/policy/law')), staleTime: 600_000 })
  const [find, setFind] = useState('')
  const word = find.trim()
  return (
    <>
      <Input
        allowClear
        placeholder="按标题、文号、条文查找"
        aria-label="查找文件"
        value={find}
        onChange={({ target }) => setFind(target.value)}
        style={{ width: 280, marginBottom: 10 }}
      />
      <Answered asked={asked} rows={10}>
        {({ items }) => (
          <Collapse
            items={items
              .filter(
                ({ title, documentNumber, articles }) =>
                  word === '' || [title, documentNumber ?? '', ...articles.map(({ text }) => text)].some((text) => text.includes(word)),
              )
              .map((law) => ({
                key: law.id,
                label: (
                  <span className="row">
                    <strong>{law.title}</strong>
                    <span className="faint">{[law.documentNumber, law.issuer].filter(Boolean).join('，')}</span>
                  </span>
                ),
                children: (
                  <div className="stack">
                    <Facts
                      lines={[
                        ['印发', law.issuedOn],
                        ['施行', law.inForceFrom],
                        law.inForceUntil ? ['失效', law.inForceUntil] : undefined,
                        ['适用', law.region],
                        law.note ? ['说明', law.note] : undefined,
                      ]}
                    />
                    <ul className="sources">
                      {law.articles.map(({ article, text }) => (
                        <li key={article}>
                          <strong>{article}</strong>　{text}
                        </li>
                      ))}
                    </ul>
                  </div>
                ),
              }))}
          />
        )}
      </Answered>
    </>
  )
}
