/** A browser that cannot work without a network says so, and how to open the page in one that can. */
import { useState } from 'react'

export interface Obstacle {
  /** Nothing can be kept here; else the page works but cannot be installed. */
  isHard: boolean
  title: string
  steps: string[]
}

const hasAll = () => 'serviceWorker' in navigator && 'indexedDB' in window && crypto.subtle !== undefined

/** What stands in the way; undefined where nothing does. */
export function obstacleOf(): Obstacle | undefined {
  if (/MicroMessenger/i.test(navigator.userAgent))
    return {
      isHard: !window.isSecureContext || !hasAll(),
      title: '请换用手机自带的浏览器打开',
      steps: ['点右上角的“…”', '选“在浏览器打开”（苹果手机选“在 Safari 中打开”）', '打开后再“添加到主屏幕”，没有网络时也能用'],
    }
  if (!window.isSecureContext)
    return {
      isHard: true,
      title: '这个地址不是加密连接，不能离线使用',
      steps: [
        '请用 https:// 开头的地址打开（向县里的系统管理员要）',
        '安卓手机用 Chrome、Edge 或手机自带的新版浏览器，苹果手机用 Safari',
        '在这里没有录入任何内容，不会丢失',
      ],
    }
  if (!hasAll())
    return {
      isHard: true,
      title: '这个浏览器太旧，不能离线使用',
      steps: ['请更新浏览器，或换用 Chrome 109、Edge 109、Safari 16.4 以上的版本', '无痕（隐私）模式下也不能使用，请用普通模式打开'],
    }
  return undefined
}

export function Unsuitable({ obstacle, goOn }: { obstacle: Obstacle; goOn: () => void }) {
  const [isCopied, setCopied] = useState(false)
  const address = `${location.origin}/field/`
  return (
    <main className="way-in">
      <h1>入户走访</h1>
      <div className="card">
        <h2>{obstacle.title}</h2>
        <ol className="steps-list">
          {obstacle.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="address">{address}</p>
        <button type="button" className="wide" onClick={() => void navigator.clipboard?.writeText(address).then(() => setCopied(true))}>
          {isCopied ? '地址已复制' : '复制地址'}
        </button>
        {obstacle.isHard ? null : (
          <button type="button" className="wide plain" onClick={goOn}>
            仍在这里使用
          </button>
        )}
      </div>
    </main>
  )
}

/** How the page gets onto the home screen of this phone. */
export const installHint = (): string | undefined => {
  if (window.matchMedia('(display-mode: standalone)').matches) return undefined
  return /iPhone|iPad/.test(navigator.userAgent)
    ? '点浏览器下方的“分享”，选“添加到主屏幕”，以后从桌面打开，没有网络也能用。'
    : '在浏览器菜单里选“添加到主屏幕”或“安装应用”，以后从桌面打开，没有网络也能用。'
}
