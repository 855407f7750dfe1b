/** Starts the office pages: language, looks, the store of answers, and the routes. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from '../api/problem.ts'
import './office.css'
import { router } from './routes.tsx'

dayjs.locale('zh-cn')

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      // A refusal is an answer; only a broken connection or a busy server is asked again.
      retry: (count, error) => count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502),
    },
  },
})

const theme = {
  token: {
    colorPrimary: '#14539a',
    colorLink: '#14539a',
    colorError: '#b3261e',
    colorTextSecondary: '#55606f',
    colorTextTertiary: '#616b79',
    colorTextPlaceholder: '#6b7582',
    borderRadius: 6,
    fontFamily: 'inherit',
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Table: { headerBg: '#f0f4f9', cellPaddingBlockSM: 6 },
    Tabs: { horizontalMargin: '0 0 12px 0', horizontalItemPadding: '8px 0' },
    Menu: { itemHeight: 36, itemSelectedBg: '#e3edf8', itemActiveBg: '#e3edf8' },
  },
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
)
