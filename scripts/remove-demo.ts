// npm run remove-demo: the demo's people and all that is theirs, for good. Stop the app first.

import { removeDemo } from '../lib/data/demo/remove-demo'
import { migrate } from '../lib/data/maintenance/migrate'
import { rememberNoDemo } from './shared/demo-marker'
import { withDatabase } from './shared/with-database'

await withDatabase(async () => {
  await migrate()
  const { learners } = await removeDemo(new Date())
  rememberNoDemo()
  console.log(learners > 0 ? `The demo is gone: ${learners} people and all that was theirs.` : 'There is no demo here.')
})
