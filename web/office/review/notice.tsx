/** One notice: the sheet as it hangs, its photos and days, and what becomes of each household on it. */
import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, DatePicker, Form, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { type Answer, api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import { UploadBox } from '../../parts/upload-box.tsx'
import { Facts, Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { WordButton } from '../papers/word-button.tsx'
import { NewObjection } from './new-objection.tsx'
import { DaysLeft, noticeTone } from './notice-words.tsx'
import { Pages, pictureTypes } from './pictures.tsx'
import { Poster } from './poster.tsx'
import './review.css'

export type Notice = Answer<'/api/v1/review/notices/{id}'>

/** Posting: the day and the place, then the photo that proves it. */
function Post({ notice, done }: { notice: Notice; done: () => void }) {
  const [postedOn, setPostedOn] = useState(dayjs().format('YYYY-MM-DD'))
  const [place, setPlace] = useState(`${notice.village}村务公开栏`)
  return (
    <Block title="张贴">
      <Form layout="vertical" className="meeting-head">
        <Form.Item label="张贴日期" htmlFor="posted-on">
          <DatePicker
            id="posted-on"
            value={dayjs(postedOn)}
            allowClear={false}
            onChange={(day) => day && setPostedOn(day.format('YYYY-MM-DD'))}
          />
        </Form.Item>
        <Form.Item label="张贴地点" htmlFor="posted-at">
          <Input id="posted-at" value={place} maxLength={100} onChange={({ target }) => setPlace(target.value)} />
        </Form.Item>
      </Form>
      <UploadBox
        address={`/api/v1/review/notices/${notice.id}/post`}
        fields={{ version: String(notice.version), postedOn, place }}
        accept={pictureTypes}
        words="上传张贴后的照片，公示期从张贴次日起算"
        hint="照片要能看清公示内容和张贴的地方"
        done={done}
      />
    </Block>
  )
}

function End({ notice, done }: { notice: Notice; done: () => void }) {
  if (!notice.mayEnd) {
    return (
      <Alert
        type="info"
        title={
          notice.firstUntil === null
            ? '各户都因异议暂停，核查有结论后继续。'
            : `须挂满至 ${notice.firstUntil}（张贴当日不计），次日起可以拍照收起。`
        }
      />
    )
  }
  return (
    <Block title="期满收起">
      <UploadBox
        address={`/api/v1/review/notices/${notice.id}/end`}
        fields={{ version: String(notice.version) }}
        accept={pictureTypes}
        words="上传期满时的照片，各户自动转入下一步"
        hint="有异议暂停的户不受影响，留待满期"
        done={done}
      />
    </Block>
  )
}

function Cases({ notice, mayWork }: { notice: Notice; mayWork: boolean }) {
  const [objected, setObjected] = useState<number | undefined>()
  const again = useAct(
    () => ok(api.POST('/api/v1/review/notices/{id}/go-on', { params: { path: { id: notice.id } } })),
    '已再次办理，请看各户的情况',
  )
  const tones = { prepared: undefined, running: 'blue', held: 'yellow', completed: 'green', withdrawn: undefined } as const
  const isStuck = notice.cases.some(({ refusal }) => refusal !== null)
  return (
    <Block title="各户">
      <ul className="lines" aria-label="公示的农户">
        {notice.cases.map((one) => (
          <li key={one.caseId}>
            <span className="grow">
              <Link to="/cases/$id" params={{ id: String(one.caseId) }}>
                {one.headName}
              </Link>
              <div className="faint">{`${one.householdNumber}${one.untilOn ? `，至 ${one.untilOn}` : ''}`}</div>
              {one.refusal ? <div className="in-text">{one.refusal}</div> : null}
            </span>
            <Mark tone={tones[one.state]}>{one.stateLabel}</Mark>
            {one.state === 'running' || one.state === 'held' ? (
              <Button size="small" onClick={() => setObjected(one.caseId)}>
                登记异议
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isStuck && mayWork ? (
        <Button loading={again.isPending} onClick={() => again.mutate(undefined as never)}>
          继续办理
        </Button>
      ) : null}
      {objected === undefined ? null : <NewObjection caseId={objected} close={() => setObjected(undefined)} />}
    </Block>
  )
}

function Withdraw({ notice }: { notice: Notice }) {
  const [isOpen, setOpen] = useState(false)
  const withdraw = useAct(
    (reason: string) =>
      ok(
        api.POST('/api/v1/review/notices/{id}/withdraw', {
          params: { path: { id: notice.id } },
          body: { version: notice.version, reason },
        }),
      ),
    '已作废，各户可以重新制作',
    () => setOpen(false),
  )
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        作废
      </Button>
      <ReasonModal
        title="作废这张公示"
        label="作废的原因"
        okText="作废"
        isDanger
        isOpen={isOpen}
        isBusy={withdraw.isPending}
        close={() => setOpen(false)}
        act={withdraw.mutate}
      >
        <p className="faint">作废后各户回到等待制作，公示期重新计算。</p>
      </ReasonModal>
    </>
  )
}

function Whole({ notice, refetch }: { notice: Notice; refetch: () => void }) {
  const mayWork = useMay()('case.visit')
  return (
    <Page
      title={notice.title}
      hint={`${notice.township} ${notice.village}，${notice.households} 户`}
      actions={
        <>
          <Link to="/review/notices/$id/print" params={{ id: String(notice.id) }} target="_blank">
            <Button type={notice.state === 'prepared' ? 'primary' : 'default'} icon={<PrinterOutlined />}>
              打印张贴
            </Button>
          </Link>
          <WordButton address={`/api/v1/papers/notices/${notice.id}`} name={notice.title} />
          {mayWork && (notice.state === 'prepared' || notice.state === 'posted') ? <Withdraw notice={notice} /> : null}
        </>
      }
    >
      <div className="columns">
        <div className="span-7">
          <Block title="公示内容">
            <div className="poster-frame">
              <Poster notice={notice} />
            </div>
          </Block>
        </div>
        <div className="span-5">
          <Block title="期限" extra={<Mark tone={noticeTone[notice.state]}>{notice.stateLabel}</Mark>}>
            <Facts
              lines={[
                ['张贴', notice.postedOn ? `${notice.postedOn}，${notice.place ?? ''}` : null],
                ['至少', `${notice.days} ${notice.daysUnit}`],
                ['依据', notice.basis],
                ['挂满至', notice.untilOn],
                ['剩余', <DaysLeft key="left" notice={notice} />],
                ['收起', notice.endedOn],
              ]}
            />
          </Block>
          {mayWork && notice.state === 'prepared' ? <Post notice={notice} done={refetch} /> : null}
          {mayWork && notice.state === 'posted' ? <End notice={notice} done={refetch} /> : null}
          <Cases notice={notice} mayWork={mayWork} />
          <Block title="照片">
            <Pages about="notice" id={notice.id} pages={notice.photos} />
          </Block>
        </div>
      </div>
    </Page>
  )
}

export function useNotice(id: string) {
  return useQuery({
    queryKey: ['review-notice', Number(id)],
    queryFn: () => ok(api.GET('/api/v1/review/notices/{id}', { params: { path: { id: Number(id) } } })),
  })
}

export default function NoticePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useNotice(id)
  return <Answered asked={asked}>{(notice) => <Whole notice={notice} refetch={() => void asked.refetch()} />}</Answered>
}
