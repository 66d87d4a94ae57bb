/**
 * Imports run one way (the house in README): core ← store, engine, worker ← app; core ← cli, server.
 * Inside core: work, segment ← align, compare ← check, metric, mqm, contribution ← format.
 */
const room = (name) => `^src/${name}/`;
const forbid = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: room(from) },
  to: { path: to.map(room) },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A module that nothing uses is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    forbid('core-is-the-ground', 'core', ['store', 'engine', 'worker', 'i18n', 'app', 'cli', 'server']),
    forbid('middle-rooms-do-not-see-the-app', '(store|engine|worker|i18n)', ['app', 'cli', 'server']),
    forbid('cli-stands-on-core', 'cli', ['store', 'engine', 'worker', 'i18n', 'app', 'server']),
    forbid('server-stands-on-core', 'server', ['store', 'engine', 'worker', 'i18n', 'app', 'cli']),
    forbid('app-does-not-see-cli', 'app', ['cli', 'server']),
    forbid('core-ground-floor', 'core/(work|segment)', [
      'core/(align|compare|check|metric|mqm|contribution|format)',
    ]),
    forbid('core-first-floor', 'core/(align|compare)', ['core/(check|metric|mqm|contribution|format)']),
    forbid('core-second-floor', 'core/(check|metric|mqm|contribution)', ['core/format']),
    {
      name: 'core-is-pure',
      comment: 'No Node, no browser: core takes text and gives data.',
      severity: 'error',
      from: { path: room('core') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'idb-keyval-lives-in-store',
      severity: 'error',
      from: { pathNot: room('store') },
      to: { path: 'node_modules/idb-keyval/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.json'], exportsFields: ['exports'] },
  },
};
