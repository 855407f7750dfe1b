/** What the system doubts about a file; it says what it found and the officer decides. */
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useMay } from '../frame/session.ts'
import type { FileDetail } from './page.tsx'

type Warning = FileDetail['warnings'][number]
type Choice = Warning['choices'][number]

/** Changes what the file says about itself: its month, its department, or which file it mends. */
function useChange(file: FileDetail) {
  return useAct(
    (change: { month?: string; replaces?: number; department?: string }) =>
      ok(api.PATCH('/api/v1/files/{id}', { params: { path: { id: file.id } }, body: { version: file.version, ...change } })),
    '已改正',
  )
}

function ChoiceButton({ file, choice }: { file: FileDetail; choice: Choice }) {
  const change = useChange(file)
  const navigate = useNavigate()
  if (choice.choice === 'change_month' && choice.month)
    return (
      <Button size="small" loading={change.isPending} onClick={() => change.mutate({ month: choice.month! })}>
        {choice.label}
      </Button>
    )
  if (choice.choice === 'choose_department' && choice.department)
    return (
      <Button size="small" loading={change.isPending} onClick={() => change.mutate({ department: choice.department! })}>
        {choice.label}
      </Button>
    )
  if (choice.choice === 'point_to' && choice.fileId)
    return (
      <span className="row">
        <Button size="small" loading={change.isPending} onClick={() => change.mutate({ replaces: choice.fileId! })}>
          {choice.label}
        </Button>
        <Link to="/files/$id" params={{ id: String(choice.fileId) }}>
          查看那一份
        </Link>
      </span>
    )
  if (choice.choice === 'withdraw')
    return (
      <Button size="small" danger onClick={() => void navigate({ to: '.', search: { act: 'withdraw' } as never })}>
        {choice.label}
      </Button>
    )
  return null
}

export function Warnings({ file }: { file: FileDetail }) {
  const may = useMay()
  const canChange = may('file.hand_in') && file.state === 'read'
  return (
    <div className="stack warnings">
      {file.warnings.map((warning) => (
        <Alert
          key={warning.code}
          type={warning.mustDecide ? 'warning' : 'info'}
          showIcon
          title={warning.message}
          description={
            canChange ? (
              <span className="row">
                {warning.choices.map((choice) => (
                  <ChoiceButton
                    key={choice.choice + (choice.month ?? choice.fileId ?? choice.department ?? '')}
                    file={file}
                    choice={choice}
                  />
                ))}
                {warning.mustDecide ? <span className="faint">也可以在“接收”时注明仍要接收。</span> : null}
              </span>
            ) : undefined
          }
        />
      ))}
    </div>
  )
}
