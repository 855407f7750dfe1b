/** Department data: who has handed in what this year, the files themselves, and what each table must hold. */
import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useAddress } from '../../parts/address-state.ts'
import { Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { useMay } from '../frame/session.ts'
import { Calendar } from './calendar.tsx'
import { Datasets } from './datasets.tsx'
import { FileList } from './file-list.tsx'
import { HandIn } from './hand-in.tsx'

export default function Files() {
  const [state, setState] = useAddress()
  const may = useMay()
  const tabs = [
    { key: 'calendar', label: '报送日历', children: <Calendar /> },
    { key: 'list', label: '已报文件', children: <FileList /> },
    { key: 'datasets', label: '数据表与模板', children: <Datasets /> },
  ]
  return (
    <Page
      title="部门数据"
      hint="各部门按月报送数据表。文件原样保存，系统认出表格后由县级接收，接收后才参加筛查。"
      actions={
        may('file.hand_in') ? (
          <Button type="primary" icon={<UploadOutlined />} onClick={() => setState({ handIn: '1' })}>
            报送文件
          </Button>
        ) : null
      }
    >
      <PageTabs label="部门数据的内容" tabs={tabs} />
      <HandIn isOpen={state.handIn === '1'} close={() => setState({ handIn: undefined, forMonth: undefined, replaces: undefined })} />
    </Page>
  )
}
