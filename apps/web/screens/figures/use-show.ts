import { useNavigate } from '@tanstack/react-router'

/** How a figure page shows what it shows; part of its address, so that a link opens exactly this view. */
interface Shown {
  readonly areas?: 'map' | undefined
  readonly shown?: string | undefined
  readonly months?: 'table' | undefined
}

/** Changes how the figure page shows something; what is undefined is as it comes. */
export function useShow() {
  const navigate = useNavigate({ from: '/figures/$indicator' })
  return (change: Shown) =>
    void navigate({
      search: (before) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)),
      replace: true,
      resetScroll: false,
    })
}
