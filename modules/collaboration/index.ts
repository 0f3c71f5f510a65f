import { workList } from './queries/work-list.ts'

export const collaboration = { registers: [], commands: [], queries: [workList] }
