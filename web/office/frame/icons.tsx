/** The pictures of the side menu. */
import {
  AimOutlined,
  AlertOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  ExperimentOutlined,
  FileProtectOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  KeyOutlined,
  ReadOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'

export const icons: Record<string, ReactNode> = {
  home: <HomeOutlined />,
  leads: <AlertOutlined />,
  register: <TeamOutlined />,
  quality: <FileProtectOutlined />,
  overview: <BarChartOutlined />,
  files: <FolderOpenOutlined />,
  differences: <SwapOutlined />,
  screening: <AimOutlined />,
  trial: <ExperimentOutlined />,
  policy: <ReadOutlined />,
  officers: <ApartmentOutlined />,
  audit: <AuditOutlined />,
  security: <KeyOutlined />,
}
