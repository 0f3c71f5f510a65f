import type { ButtonProps } from 'antd'

/** For buttons that antd makes itself; its types know no data- attributes, though it passes them on. */
export function testId(name: string): ButtonProps {
  const attributes = { 'data-testid': name }
  return attributes
}
