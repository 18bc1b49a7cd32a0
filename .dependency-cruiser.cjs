/** The house's import rules (ARCHITECTURE.md): data walks one way, and each outside thing has one room. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [allowed].flat() },
});

const pureLibraries = '^node_modules/(ajv|ajv-formats|yaml|semver)/';
const packagesOfTests =
  '^node_modules/(@(axe-core|biomejs|duckdb|playwright|wikimedia)/|(dependency-cruiser|fast-check|mocha|playwright|typescript7|vitest)/)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only(
      'domain-is-pure',
      '^lib/domain/',
      ['^lib/domain/', pureLibraries],
      'The domain runs anywhere and does no I/O.',
    ),
    only(
      'contracts',
      '^lib/contracts/',
      ['^lib/(contracts|domain)/', '^node_modules/zod/', '^lib/platform/app-error'],
      'What crosses a boundary knows the domain only.',
    ),
    only(
      'platform-stands-alone',
      '^lib/platform/',
      ['^lib/platform/', '^node_modules/', '^[a-z:_/]+$'],
      'The platform knows nothing above it.',
    ),
    {
      name: 'adapters-look-down',
      severity: 'error',
      from: { path: '^lib/adapters/' },
      to: { path: '^(app|components|lib/(services|worker|supervisor|cli))/' },
    },
    {
      name: 'services-look-down',
      severity: 'error',
      from: { path: '^lib/services/' },
      to: { path: '^(app|components|lib/(worker|supervisor|cli))/' },
    },
    {
      name: 'components-know-no-server',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(app|lib/(adapters|services|worker|supervisor|cli))/' },
    },
    {
      name: 'components-ui-knows-no-domain',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(app|lib|components/(?!ui/))' },
    },
    {
      name: 'app-asks-services',
      comment: 'Routes parse, ask a service, and show what it gives.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^lib/(adapters|worker|supervisor|cli)/' },
    },
    {
      name: 'prisma-in-adapters-db',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^lib/adapters/(db|jobs)/' },
      to: { path: '^node_modules/(@prisma|pg)/' },
    },
    {
      name: 'monaco-in-components-editor',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^components/editor/' },
      to: { path: '^node_modules/(@monaco-editor|monaco-editor|monaco-yaml)/' },
    },
    {
      name: 'processes-in-their-rooms',
      comment: 'git and the database are the only programs that Assent runs; the supervisor runs Assent.',
      severity: 'error',
      from: {
        path: '^(app|components|lib)/',
        pathNot: '^lib/(adapters/git|adapters/db/embedded|supervisor|cli)/',
      },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'threads-in-adapters-validation',
      comment: 'ajv makes code out of schemas, so it runs in threads that can be ended.',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^lib/adapters/validation/' },
      to: { path: '^((node:)?worker_threads$|node_modules/ajv/)' },
    },
    {
      name: 'not-to-packages-of-tests',
      comment: 'package.json cannot tell them from the others: docs/decisions/0007.',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { path: packagesOfTests },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'lib/adapters/db/generated' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
