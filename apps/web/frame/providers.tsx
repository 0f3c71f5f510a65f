import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enUs from 'antd/es/locale/en_US'
import zhCn from 'antd/es/locale/zh_CN'
import { type ReactNode, useLayoutEffect } from 'react'
import { queryClient } from '../api/query-client.ts'
import { antdThemeOf, applyLook } from '../theme/theme.ts'
import { usePreferences } from './preferences.ts'

const LOCALES = { zh: zhCn, en: enUs }
const HTML_LANGUAGE = { zh: 'zh-CN', en: 'en-US' }

/** Theme, language and data for the whole product. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const look = usePreferences()
  const { language } = look
  useLayoutEffect(() => applyLook(look), [look])
  useLayoutEffect(() => {
    document.documentElement.lang = HTML_LANGUAGE[language]
  }, [language])
  return (
    <ConfigProvider theme={antdThemeOf(look)} locale={LOCALES[language]} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </ConfigProvider>
  )
}
