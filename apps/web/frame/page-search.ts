import { condition, day, fieldFilters, given, type Search, shownAs, text } from './search-params.ts'

/** What the work list is asked for. */
export function workSearch(search: Search) {
  return given({
    tab: text(search.tab),
    register: text(search.register),
    move: text(search.move),
    under: text(search.under),
    lateness: text(search.lateness),
    read: search.read === 'all' ? ('all' as const) : undefined,
  })
}

/** Which figure the overview shows by city, field and month, and how. */
export function overviewSearch(search: Search) {
  return given({
    figure: text(search.figure),
    measure: text(search.measure),
    cities: search.cities === 'table' ? ('table' as const) : undefined,
  })
}

/** What a figure page shows, what stands behind which number, and how it compares. */
export function figureSearch(search: Search) {
  return given({
    period: text(search.period),
    measure: text(search.measure),
    area: text(search.area),
    group: text(search.group),
    month: text(search.month),
    since: day(search.since),
    by: text(search.by),
    // A class may be empty (not filled in), and the router reads `true` as a boolean.
    class: search.class === undefined ? undefined : String(search.class),
    rows: text(search.rows),
    columns: text(search.columns),
    view: text(search.view),
    areas: search.areas === 'map' ? ('map' as const) : undefined,
    shown: text(search.shown),
    months: search.months === 'table' ? ('table' as const) : undefined,
  })
}

/** Filter, order, page and look of a list. */
export function listSearch(search: Search) {
  const { q, state, area, sort, cursor, page, peek, filter, late } = search
  return given({
    q: text(q),
    state: text(state),
    area: text(area),
    sort: text(sort),
    cursor: text(cursor),
    page: Number(page) > 1 ? Number(page) : undefined,
    peek: text(peek),
    filter: condition(filter),
    late: text(late) === '1' ? (1 as const) : undefined,
    f: fieldFilters(search.f),
    ...shownAs(search),
  })
}
