/** A trial of another threshold, held against what verification said of the households. */
import { useQuery } from '@tanstack/react-query'
import { type Answer, api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { Facts } from '../../parts/words.tsx'

type Side = Answer<'/api/v1/worth/trials/{id}'>['more']

function OneSide({ title, side, words }: { title: string; side: Side; words: string }) {
  return (
    <Block title={title} className="span-6">
      <Facts
        lines={[
          ['户数', side.households],
          ['其中核实属实', side.verifiedTrue],
          ['核实不属实', side.verifiedUntrue],
          ['还没有核实', side.notVerified],
          ['已认定过的户', side.recognised],
        ]}
      />
      <p className="faint">{words}</p>
    </Block>
  )
}

export function WhatIf({ id }: { id: number }) {
  const asked = useQuery({
    queryKey: ['what-if', id],
    queryFn: () => ok(api.GET('/api/v1/worth/trials/{id}', { params: { path: { id } } })),
  })
  return (
    <Answered asked={asked}>
      {({ tried, more, fewer, isPartial }) => (
        <div className="stack">
          <p>{tried.join('；')}</p>
          <div className="columns">
            <OneSide
              title="少掉的户"
              side={fewer}
              words={`少跑 ${fewer.verifiedUntrue} 户冤枉路，但会漏掉 ${fewer.verifiedTrue} 户属实的。`}
            />
            <OneSide title="多出的户" side={more} words={`多跑 ${more.households} 户，其中 ${more.recognised} 户已由其他渠道认定。`} />
          </div>
          {isPartial ? <p className="faint">户数较多，每月只对照了前 200 户。</p> : null}
        </div>
      )}
    </Answered>
  )
}
