// node e2e/support/seeded-server.mjs: the built app as `npm start` serves it, on prepared data. Beside it a test's process
// asks for data: each message names a function of seeds.ts, which is bundled to BILIM_SEEDS.
import { serve } from '../../scripts/serve.mjs'
import { loadSettings, requireSecret } from '../../scripts/shared/settings.mjs'

process.env.NODE_ENV = 'production'
loadSettings()
requireSecret()
const server = await serve({ dev: false, port: Number(process.env.PORT) })
const url = `http://localhost:${server.port}`
await fetch(`${url}/api/health`)
const seeds = await import(process.env.BILIM_SEEDS)

process.on('message', async ({ id, name, args }) => {
  try {
    process.send({ id, result: await seeds[name](...args) })
  } catch (error) {
    process.send({ id, error: error.stack })
  }
})
for (const signal of ['SIGTERM', 'disconnect']) process.once(signal, stop)
process.send({ url })

async function stop() {
  await server.close()
  process.exit(0)
}
