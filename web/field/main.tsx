/** Starts the phone page, and keeps its files on the phone so that it opens without a network. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './field.css'

if ('serviceWorker' in navigator && window.isSecureContext && import.meta.env.PROD)
  void navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' })

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
