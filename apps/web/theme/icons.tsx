/** Line drawings of our own, 20 × 20, in the colour of the text around them. Decoration: the words beside them say the same. */
const DRAWINGS = {
  work: 'M4 5h12v11H4zM4 9h12M8 3v4M12 3v4',
  overview: 'M4 16V9M9 16V4M14 16v-5M3 17h14',
  plans: 'M5 3h7l3 3v11H5zM12 3v3h3M8 9h4M8 12h4',
  tasks: 'M4 5l1.500 1.500L8 4M10 5h6M4 10l1.500 1.500L8 9M10 10h6M4 15l1.500 1.500L8 14M10 15h6',
  registers: 'M4 5h12M4 10h12M4 15h12',
  calls: 'M4 8v4l9 4V4zM13 8h2a2 2 0 0 1 0 4h-2M6 13v3h2.500',
  batches: 'M10 3l7 4-7 4-7-4zM4 11l6 3 6-3M4 14l6 3 6-3',
  administration:
    'M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.5 1.5M13.5 13.5L15 15M15 5l-1.5 1.5M6.500 13.500L5 15',
  search: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM13 13l4 4',
  mine: 'M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 17c0-3.500 3-5 6-5s6 1.500 6 5',
  bell: 'M5 14h10l-1.500-2.500V9a3.500 3.500 0 0 0-7 0v2.500zM8.500 16a1.500 1.500 0 0 0 3 0M10 4v1.500',
  file: 'M6 3h6l3 3v11H6zM12 3v3h3',
  up: 'M10 16V5M5 9l5-5 5 5',
  down: 'M10 4v11M5 11l5 5 5-5',
  cross: 'M5 5l10 10M15 5L5 15',
  plus: 'M10 4v12M4 10h12',
  next: 'M7 4l6 6-6 6',
  back: 'M13 4l-6 6 6 6',
  chevron: 'M5 8l5 5 5-5',
} as const

/** The names of the drawings. */
export type IconName = keyof typeof DRAWINGS

/** One drawing. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[name]} />
    </svg>
  )
}

/** The mark of the product. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="6" />
      <path d="M8 8v16h16M13 8v11h11M18 8v6h6" />
    </svg>
  )
}
