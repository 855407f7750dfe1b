/** The county's own list of divisions, uploaded when names or villages change. */
import { useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import { Block } from '../../parts/page.tsx'
import { UploadBox } from '../../parts/upload-box.tsx'

interface Recorded {
  recorded: number
  errors: { row: number; found: string; reason: string }[]
}

export function Divisions() {
  const client = useQueryClient()
  const [answer, setAnswer] = useState<Recorded | undefined>()
  return (
    <Block title="更新行政区划名单">
      <div className="stack">
        <p className="faint">表格两列：行政区划代码、名称。乡镇 9 位、村 12 位代码。已有的改名，没有的新增。</p>
        <UploadBox<Recorded>
          address="/api/v1/divisions/upload"
          words="选择行政区划名单，或拖到这里"
          done={(sent) => {
            setAnswer(sent)
            void client.invalidateQueries()
          }}
        />
        {answer ? (
          <Alert
            type={answer.errors.length > 0 ? 'warning' : 'success'}
            showIcon
            title={`记下 ${answer.recorded} 条${answer.errors.length > 0 ? `，${answer.errors.length} 行有错误` : ''}`}
            description={
              answer.errors.length > 0 ? (
                <ul>
                  {answer.errors.map(({ row, found, reason }) => (
                    <li key={row}>{`第 ${row} 行“${found}”：${reason}`}</li>
                  ))}
                </ul>
              ) : undefined
            }
          />
        ) : null}
      </div>
    </Block>
  )
}
