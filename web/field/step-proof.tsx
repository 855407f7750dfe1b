/** The last step: photos with time and place, leave to look up the household's assets, and the signature on the screen. */
import { useEffect, useRef, useState } from 'react'
import { Choices, Several } from './choices.tsx'
import type { PhoneStore } from './phone-store.ts'
import { bytesOf, placeNow, promiseOf, shrunk } from './photo.ts'
import type { Promised } from './types.ts'
import type { StepProps } from './visit.tsx'

/** A picture from the phone's store, for as long as it is on the screen. */
export function Picture({ store, clientKey, alt, className }: { store: PhoneStore; clientKey: string; alt: string; className: string }) {
  const [address, setAddress] = useState('')
  useEffect(() => {
    let url = ''
    let isGone = false
    void store.photo(clientKey).then((bytes) => {
      if (bytes === undefined || isGone) return
      url = URL.createObjectURL(new Blob([bytes]))
      setAddress(url)
    })
    return () => {
      isGone = true
      URL.revokeObjectURL(url)
    }
  }, [store, clientKey])
  return address === '' ? <span className={className} /> : <img className={className} src={address} alt={alt} />
}

function Photos({ draft, store, change }: StepProps) {
  const [isBusy, setBusy] = useState(false)
  const [says, setSays] = useState('')
  const photos = draft.attachments.filter(({ kind }) => kind === 'photo')
  const take = async (files: readonly File[]) => {
    setBusy(true)
    setSays('')
    const place = await placeNow()
    try {
      for (const file of files) {
        const bytes = await shrunk(file)
        const promise = await promiseOf('photo', bytes, place, new Date())
        await store.savePhoto(promise.clientKey, bytes)
        const now = store.known().drafts.find(({ clientKey }) => clientKey === draft.clientKey) ?? draft
        change({ attachments: [...now.attachments, promise] })
      }
    } catch {
      setSays('这张照片读不出来，请重新拍一张。')
    }
    setBusy(false)
  }
  const drop = (promise: Promised) => {
    change({ attachments: draft.attachments.filter(({ clientKey }) => clientKey !== promise.clientKey) })
    void store.dropPhoto(promise.clientKey)
  }
  return (
    <section className="card">
      <h2>照片</h2>
      <div className="photos">
        {photos.map((one, at) => (
          <figure key={one.clientKey}>
            <Picture store={store} clientKey={one.clientKey} alt={`照片 ${at + 1}`} className="photo" />
            <figcaption>
              {new Date(one.takenAt).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' })}
              {one.place ? '，有定位' : '，无定位'}
              <button type="button" className="link" onClick={() => drop(one)} aria-label={`删去照片 ${at + 1}`}>
                删去
              </button>
            </figcaption>
          </figure>
        ))}
      </div>
      <label className={`wide button ${isBusy ? 'is-busy' : ''}`}>
        {isBusy ? '正在保存' : '拍照'}
        <input
          className="unseen"
          type="file"
          accept="image/*"
          capture="environment"
          disabled={isBusy}
          onChange={({ target }) => {
            void take([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </label>
      {says ? (
        <p className="says" role="alert">
          {says}
        </p>
      ) : null}
    </section>
  )
}

function Authorisation({ draft, form, change }: StepProps) {
  const { authorisation, visit } = draft
  const set = (some: Partial<typeof authorisation>) => change({ authorisation: { ...authorisation, ...some } })
  return (
    <section className="card">
      <h2>承诺授权</h2>
      <Choices
        label="承诺授权"
        choices={[
          { value: 'yes', label: '农户同意' },
          { value: 'no', label: visit.authorisedUntil ? `不用，已有效至 ${visit.authorisedUntil}` : '这次不签' },
        ]}
        value={authorisation.isGiven ? 'yes' : 'no'}
        choose={(value) => set({ isGiven: value === 'yes' })}
      />
      {authorisation.isGiven ? (
        <>
          <p className="wording">{form.authorisation.wording}</p>
          <h3>查询范围</h3>
          <Several
            label="查询范围"
            choices={form.authorisation.scope.map(({ code, label }) => ({ value: code, label }))}
            values={authorisation.scope}
            choose={(scope) => scope.length > 0 && set({ scope })}
          />
          <h3>授权人</h3>
          <Several
            label="授权人"
            choices={visit.members.map(({ personId, name }) => ({ value: String(personId), label: name }))}
            values={authorisation.signers.map(String)}
            choose={(signers) => signers.length > 0 && set({ signers: signers.map(Number) })}
          />
          <label className="field">
            <span>有效至</span>
            <input
              type="date"
              value={authorisation.untilOn}
              min={draft.visitedOn}
              onChange={({ target }) => target.value && set({ untilOn: target.value })}
            />
          </label>
        </>
      ) : null}
    </section>
  )
}

const reasons = ['不会写字，已念给本人听', '手部不便', '只有老人或孩子在家', '本人不愿签']

function Signature({ draft, store, change }: StepProps) {
  const place = useRef<HTMLCanvasElement>(null)
  const isDrawing = useRef(false)
  const [hasInk, setInk] = useState(false)
  const signed = draft.attachments.find(({ kind }) => kind === 'signature')
  const draw = (event: React.PointerEvent<HTMLCanvasElement>, isStart: boolean) => {
    const canvas = place.current
    const pen = canvas?.getContext('2d')
    if (!canvas || !pen || (!isStart && !isDrawing.current)) return
    const box = canvas.getBoundingClientRect()
    const [x, y] = [((event.clientX - box.left) * canvas.width) / box.width, ((event.clientY - box.top) * canvas.height) / box.height]
    if (isStart) {
      isDrawing.current = true
      canvas.setPointerCapture(event.pointerId)
      pen.lineWidth = 5
      pen.lineCap = 'round'
      pen.lineJoin = 'round'
      pen.beginPath()
      pen.moveTo(x, y)
    }
    pen.lineTo(x, y)
    pen.stroke()
    setInk(true)
  }
  const clear = () => {
    place.current?.getContext('2d')?.clearRect(0, 0, place.current.width, place.current.height)
    setInk(false)
  }
  const keep = async () => {
    if (place.current === null) return
    const bytes = await bytesOf(place.current, 'image/png')
    const promise = await promiseOf('signature', bytes, draft.place, new Date())
    await store.savePhoto(promise.clientKey, bytes)
    const now = store.known().drafts.find(({ clientKey }) => clientKey === draft.clientKey) ?? draft
    change({ attachments: [...now.attachments.filter(({ kind }) => kind !== 'signature'), promise], unsignedReason: '' })
  }
  const again = () => {
    if (signed === undefined) return
    change({ attachments: draft.attachments.filter(({ kind }) => kind !== 'signature') })
    void store.dropPhoto(signed.clientKey)
    setInk(false)
  }
  if (signed !== undefined)
    return (
      <section className="card">
        <h2>农户签名</h2>
        <Picture store={store} clientKey={signed.clientKey} alt="农户签名" className="signature" />
        <button type="button" className="wide plain" onClick={again}>
          重新签
        </button>
      </section>
    )
  return (
    <section className="card">
      <h2>农户签名</h2>
      <canvas
        ref={place}
        className="signature"
        width={640}
        height={260}
        aria-label="请农户在这里签名"
        onPointerDown={(event) => draw(event, true)}
        onPointerMove={(event) => draw(event, false)}
        onPointerUp={() => (isDrawing.current = false)}
        onPointerCancel={() => (isDrawing.current = false)}
      />
      <div className="row">
        <button type="button" className="wide plain" onClick={clear} disabled={!hasInk}>
          擦掉
        </button>
        <button type="button" className="wide" onClick={() => void keep()} disabled={!hasInk}>
          签好了
        </button>
      </div>
      <h3>不能签名的</h3>
      <Choices
        label="不能签名的原因"
        choices={reasons.map((reason) => ({ value: reason, label: reason }))}
        value={draft.unsignedReason}
        choose={(reason) => change({ unsignedReason: reason === draft.unsignedReason ? '' : reason })}
      />
    </section>
  )
}

export function Proof(props: StepProps) {
  return (
    <>
      <Photos {...props} />
      <Authorisation {...props} />
      <Signature {...props} />
    </>
  )
}
