/** The modules in their order: one imports only the doors of those before it. To move a module, move its line. */
export const MODULES = [
  'directory',
  'collaboration',
  'delivery',
  'sheets',
  'indicators',
  'plans',
  'tasks',
  'selection',
  'projects',
  'foresight',
  'exchange',
  'sharing',
  'services',
  'assessment',
  'programmes',
  'reports',
  'portal',
] as const

/** One room of the house and all that it may import; what is not named is refused. */
export interface Layer {
  readonly rule: string
  readonly room: RegExp
  /** Files of ours. */
  readonly may: RegExp
  /** Files of ours that may be imported by `import type` besides. */
  readonly mayTypes?: RegExp
  /** Packages by name; absent: any that package.json names. */
  readonly packages?: RegExp
  /** Whether Node's own modules may be imported; absent: yes. */
  readonly node?: 'never'
  readonly remedy: string
}

const NO_PACKAGE = /^$/
const ONLY_ZOD = /^zod$/
const PURE = /^(?:engine\/(?:define|kinds|derive|access)|modules\/[^/]+\/(?:registers|rules)|registers|policy-text|methods)\//

/** From the ground up; a file that stands in two rooms obeys the first it breaks. */
export const LAYERS: readonly Layer[] = [
  {
    rule: 'policy-text-needs-nothing',
    room: /^policy-text\//,
    may: /^policy-text\//,
    packages: /^opencc-js$/,
    node: 'never',
    remedy: 'policy-text imports only itself and opencc-js; pass what it needs as an argument.',
  },
  {
    rule: 'methods-know-nothing',
    room: /^methods\//,
    may: /^methods\//,
    packages: ONLY_ZOD,
    node: 'never',
    remedy: 'methods are arithmetic: they import only each other and zod; pass the numbers in.',
  },
  {
    rule: 'platform-knows-no-registers',
    room: /^platform\//,
    may: /^(?:platform\/|contract\/(?:problem|paper)\.ts$)/,
    remedy:
      'platform imports nothing of ours but platform and the shapes of a problem and of a document; move the sentence about the business up to the module that needs it.',
  },
  {
    rule: 'contract-is-only-shapes',
    room: /^contract\//,
    may: /^contract\//,
    mayTypes: /^engine\//,
    packages: ONLY_ZOD,
    node: 'never',
    remedy: 'contract imports only zod and itself, and types from engine by `import type`.',
  },
  {
    rule: 'registers-are-data',
    room: /^registers\//,
    may: /^(?:registers|engine\/(?:define|kinds))\//,
    mayTypes: /^engine\/access\//,
    packages: NO_PACKAGE,
    node: 'never',
    remedy:
      'a definition imports only engine/define, engine/kinds and types of engine/access; a register with a command of its own belongs in a module.',
  },
  {
    rule: 'pure-stays-pure',
    room: /^(?:engine\/(?:define|kinds|derive|access)|modules\/[^/]+\/(?:registers|rules))\//,
    may: PURE,
    mayTypes: /^contract\//,
    packages: ONLY_ZOD,
    node: 'never',
    remedy:
      'definitions, derivations and rules import only each other and zod; do the reading and writing in a command or query and pass the result in.',
  },
  {
    rule: 'engine-knows-no-business',
    room: /^engine\//,
    may: /^(?:engine|platform|contract)\//,
    remedy: 'engine imports engine, platform and contract only; let the module hand the engine what it should use.',
  },
  {
    rule: 'modules-know-no-process',
    room: /^modules\//,
    may: /^(?:modules|registers|engine|platform|contract|policy-text|methods)\//,
    remedy: 'modules never import apps, bench or tools; the app passes things to the module.',
  },
]

/** A package, or a pair of folders, that only certain rooms may touch. */
export interface Home {
  readonly rule: string
  readonly packages: RegExp
  readonly homes: RegExp
  readonly remedy: string
}

/** Packages with few homes. */
export const HOMES: readonly Home[] = [
  {
    rule: 'sql-has-few-homes',
    packages: /^(?:pg|kysely|pg-copy-streams)$/,
    homes: /^(?:platform\/db|engine\/store|modules\/[^/]+\/queries|bench)\//,
    remedy: 'SQL lives in platform/db, engine/store and modules/*/queries; ask one of them (types: PgClient of platform/db).',
  },
  {
    rule: 'http-has-one-home',
    packages: /^(?:fastify|fastify-type-provider-zod|@fastify\/.+)$/,
    homes: /^(?:apps\/api|platform\/http|bench)\//,
    remedy: 'the web framework is known only to apps/api and platform/http.',
  },
]

/** One app never imports another, except the command line, which starts them. */
export const APPS_THAT_START_OTHERS: Readonly<Record<string, readonly string[]>> = { cli: ['api', 'worker'] }

/** Code that checks or measures the product is not part of it. */
export const TEST = /\.(?:test|check)\.tsx?$|^tests\//
export const WORKSHOP = /^(?:tools|bench)\/|\.config\.ts$/
