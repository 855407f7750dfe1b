/** Codes on paper: a poster of one page for a village, twelve labels a page for households. */
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { type Answer, api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import '../lead/print.css'
import './posters.css'

type Code = Answer<'/api/v1/codes/print'>['items'][number]
interface Asked {
  kind: 'village' | 'household'
  division: string | undefined
  /** Only this one. */
  household: string | undefined
  base: string
}

/** All pages of the list; a village has some hundred households. */
async function allCodes(asked: Asked): Promise<Code[]> {
  const items: Code[] = []
  for (let after: string | null = '0'; after !== null; ) {
    const page: Answer<'/api/v1/codes/print'> = await ok(
      api.GET('/api/v1/codes/print', { params: { query: { ...asked, after: Number(after), limit: 200 } as never } }),
    )
    items.push(...page.items)
    after = page.next
  }
  return items
}

const picture = (svg: string) => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`

function Poster({ code }: { code: Code }) {
  return (
    <section className="poster">
      <p className="poster-top">防止返贫监测帮扶</p>
      <h1>遇到困难，扫一扫</h1>
      <img src={picture(code.svg)} alt={`${code.village}的二维码`} />
      <p className="poster-place">{`${code.township} ${code.village}`}</p>
      <ul>
        <li>看政策：谁能申请、有哪些帮助</li>
        <li>我要申请：填几项就行，不用注册</li>
        <li>查进度：用申请时给的查询码</li>
      </ul>
      <p>不会用手机的，可以打 12317，或到村委会填纸质申请，也可以请亲戚、邻居、村干部代办。</p>
      <p className="poster-foot">{`${code.issuedOn} 发放　${code.url}`}</p>
    </section>
  )
}

function Label({ code }: { code: Code }) {
  return (
    <section className="label">
      <img src={picture(code.svg)} alt={`${code.headName}家的二维码`} />
      <div>
        <strong>{`${code.village} ${code.groupName}`}</strong>
        <p>{`${code.headName}家`}</p>
        <p className="label-hint">扫码看政策、申请帮扶；看自己家的情况要先核对身份。</p>
      </div>
    </section>
  )
}

function Sheets({ codes, kind }: { codes: Code[]; kind: Asked['kind'] }) {
  useEffect(() => {
    document.title = kind === 'village' ? '村码海报' : '户码'
  }, [kind])
  if (codes.length === 0) return <p className="sheets">还没有发放二维码，请先在“一码通”里发放。</p>
  return (
    <main className="sheets">
      <div className="no-print paper-bar">
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
        <span>{kind === 'village' ? `${codes.length} 张海报，A4 纸` : `${codes.length} 户，每张 A4 纸 12 户，裁开后发给农户`}</span>
      </div>
      {kind === 'village' ? (
        codes.map((code) => <Poster key={code.id} code={code} />)
      ) : (
        <div className="labels">
          {codes.map((code) => (
            <Label key={code.id} code={code} />
          ))}
        </div>
      )}
    </main>
  )
}

export default function Posters() {
  const search = useSearch({ strict: false }) as Partial<Asked>
  const asked: Asked = {
    kind: search.kind === 'household' ? 'household' : 'village',
    division: search.division,
    household: search.household,
    base: search.base ?? location.origin,
  }
  const codes = useQuery({ queryKey: ['codes-print', asked], queryFn: () => allCodes(asked), staleTime: Number.POSITIVE_INFINITY })
  return <Answered asked={codes}>{(all) => <Sheets codes={all} kind={asked.kind} />}</Answered>
}
