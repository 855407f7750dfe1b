// The corridor: a room imports only from rooms before it, and only through their front door (index.ts).
const rooms = [
  'kernel',
  'policy',
  'engine',
  'store',
  'access',
  'registry',
  'intake',
  'linkage',
  'comparison',
  'screening',
  'cases',
  'programmes',
  'duties',
  'ledgers',
  'app',
]
const unknownToEachOther = [['engine', 'store']]

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...rooms.map((room, i) => ({
      name: `corridor-${room}`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${rooms.slice(i + 1).join('|') || 'none'})/` },
    })),
    ...unknownToEachOther.map(([one, other]) => ({
      name: `${one}-and-${other}-do-not-know-each-other`,
      severity: 'error',
      from: { path: `^src/(${one}|${other})/` },
      to: { path: `^src/(${one}|${other})/`, pathNot: '^src/$1/' },
    })),
    {
      name: 'front-door-only',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/([^/]+)/', pathNot: ['^src/$1/', '^src/[^/]+/(server/)?index\\.ts$'] },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: '(^src/store/|\\.queries\\.ts$|node_modules/pg|^fs$|^node:fs)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-command-line-needs-no-database',
      severity: 'error',
      from: { path: '^src/app/(screen|policy|demo)-command\\.ts$' },
      to: { path: '^src/(store|access|registry|[^/]+/server)/', reachable: true },
    },
    {
      name: 'the-engine-part-of-a-room-does-not-know-its-server-part',
      severity: 'error',
      from: { path: '^src/(intake|linkage|comparison|screening)/', pathNot: '/server/' },
      to: { path: '^src/(store|access|registry)/|^src/[^/]+/server/' },
    },
    { name: 'the-engine-has-one-door', severity: 'error', from: { path: '^src/', pathNot: '^src/engine/' }, to: { path: '@duckdb/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
