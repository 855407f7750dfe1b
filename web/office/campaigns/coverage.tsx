/** How far a concentrated check has got: the map of places by what is missing, one click deeper. */
import { useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { type Answer, api, ok } from '../../api/client.ts'
import { useAddress } from '../../parts/address-state.ts'
import { Figure, Figures } from '../../parts/figures.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { WholeTable } from '../../parts/table/whole-table.tsx'
import { Mark } from '../../parts/words.tsx'

type Place = Answer<'/api/v1/campaigns/{id}/coverage'>['places'][number]

const toneOf = ({ percent }: { percent: number }) => (percent >= 100 ? 'green' : percent >= 60 ? 'yellow' : 'red')

export function useCoverage(id: number, division: string | undefined) {
  return useQuery({
    queryKey: ['campaign-coverage', id, division],
    queryFn: () =>
      ok(api.GET('/api/v1/campaigns/{id}/coverage', { params: { path: { id }, query: division === undefined ? {} : { division } } })),
  })
}

function Tile({ place, open }: { place: Place; open: () => void }) {
  return (
    <button type="button" className={`coverage-tile ${toneOf(place)}`} onClick={open} title={`${place.name}：缺 ${place.gap} 户`}>
      <strong>{place.name}</strong>
      <span className="number">{place.percent}%</span>
      <small>{place.gap === 0 ? '无缺口' : `缺 ${place.gap} 户`}</small>
    </button>
  )
}

export function Coverage({ id }: { id: number }) {
  const [state, setState] = useAddress()
  const asked = useCoverage(id, state.place)
  const open = ({ division }: Place) =>
    division.length >= 12 ? setState({ tab: 'roster', division, state: 'todo' }) : setState({ place: division })
  return (
    <Answered asked={asked} rows={6}>
      {({ total, places }) => (
        <div className="stack">
          <Figures>
            <Figure label="应排查户" value={total.roster} />
            <Figure label="已排查户" value={total.checked} note={`${total.percent}%`} />
            <Figure label="发现风险户" value={total.riskFound} tone={total.riskFound > 0 ? 'yellow' : undefined} />
            <Figure
              label="缺口"
              value={total.gap}
              tone={total.gap > 0 ? 'red' : 'green'}
              note={total.unreachable > 0 ? `其中未见到人 ${total.unreachable} 户` : '不漏一户一人'}
            />
          </Figures>
          <Block
            title="覆盖图"
            extra={
              state.place ? (
                <Button size="small" onClick={() => setState({ place: undefined })}>
                  返回上一级
                </Button>
              ) : null
            }
          >
            {places.length === 0 ? <Nothing>这里没有要排查的户。</Nothing> : null}
            <div className="coverage-map">
              {places.map((place) => (
                <Tile key={place.division} place={place} open={() => open(place)} />
              ))}
            </div>
          </Block>
          <Block title="分地方">
            <WholeTable<Place>
              name="排查覆盖情况"
              rows={places}
              rowKey={({ division }) => division}
              empty="这里没有要排查的户。"
              columns={[
                { key: 'name', title: '地方', phone: 'heading', value: ({ name }) => name },
                { key: 'roster', title: '应排查', align: 'right', value: ({ roster }) => roster },
                { key: 'checked', title: '已排查', align: 'right', value: ({ checked }) => checked },
                {
                  key: 'percent',
                  title: '覆盖率',
                  width: 180,
                  value: ({ percent }) => percent,
                  show: ({ percent }) => (
                    <span className="row">
                      <Progress
                        percent={percent}
                        size="small"
                        status={percent >= 100 ? 'success' : 'normal'}
                        showInfo={false}
                        aria-label={`覆盖率 ${percent}%`}
                        style={{ width: 110 }}
                      />
                      {`${percent}%`}
                    </span>
                  ),
                },
                { key: 'riskFound', title: '发现风险', align: 'right', value: ({ riskFound }) => riskFound },
                { key: 'unreachable', title: '未见到人', align: 'right', value: ({ unreachable }) => unreachable },
                {
                  key: 'gap',
                  title: '缺口',
                  align: 'right',
                  value: ({ gap }) => gap,
                  show: (place) => <Mark tone={place.gap > 0 ? 'red' : 'green'}>{place.gap}</Mark>,
                },
              ]}
            />
          </Block>
        </div>
      )}
    </Answered>
  )
}
