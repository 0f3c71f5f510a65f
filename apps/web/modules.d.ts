declare module '*.css'

/** antd's own types of these files say what CommonJS would give; Vite takes the ES modules. */
declare module 'antd/es/locale/*' {
  const locale: import('antd/es/locale/index.d.ts').Locale
  export = locale
}
