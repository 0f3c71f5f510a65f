import { isAbsolute, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { localAddress, readSettings, SettingsFault } from './settings.ts'

test('with nothing set, Lantu listens on 8080 and keeps its data in .lantu under the program', () => {
  const settings = readSettings({})

  expect(settings).toMatchObject({ port: 8080, host: '0.0.0.0', timeZone: 'Asia/Shanghai', logLevel: 'warn', databaseUrl: undefined })
  expect(settings.home.endsWith('.lantu')).toBe(true)
  expect(isAbsolute(settings.home)).toBe(true)
})

test('a variable set to nothing counts as not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 8080, databaseUrl: undefined })
})

test('all faults are reported at once, each by its name', () => {
  const read = () =>
    readSettings({
      PORT: 'http',
      DATABASE_URL: 'mysql://x',
      LANTU_TIME_ZONE: 'Mars/Base',
      LANTU_LOG: 'loud',
      LANTU_TAKE_BACK_MINUTES: '-1',
    })

  expect(read).toThrow(SettingsFault)
  for (const name of ['PORT', 'DATABASE_URL', 'LANTU_TIME_ZONE', 'LANTU_LOG', 'LANTU_TAKE_BACK_MINUTES']) expect(read).toThrow(name)
})

test('a relative data folder is relative to where the person stands', () => {
  expect(readSettings({ LANTU_HOME: 'data' }).home).toBe(resolve('data'))
})

test('the address shown is one that a browser on this machine can open', () => {
  expect(localAddress({ host: '0.0.0.0', port: 8080 })).toBe('http://localhost:8080')
  expect(localAddress({ host: '::1', port: 80 })).toBe('http://[::1]:80')
})

test('a language model is asked only where it is switched on, with an address and a model', () => {
  const at = { LANTU_ASSISTANT_URL: 'http://10.0.0.8:8000/v1/', LANTU_ASSISTANT_MODEL: 'm' }

  expect(readSettings(at).assistant).toBeUndefined()
  expect(readSettings({ ...at, LANTU_ASSISTANT: 'on' }).assistant).toEqual({
    url: 'http://10.0.0.8:8000/v1',
    model: 'm',
    key: undefined,
    timeoutMs: 60_000,
  })
  expect(() => readSettings({ LANTU_ASSISTANT: 'on' })).toThrow(/LANTU_ASSISTANT_URL/)
  expect(() => readSettings({ ...at, LANTU_ASSISTANT_URL: 'file:///etc' })).toThrow(/http/)
})
