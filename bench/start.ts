import { emptyFolder, startServer } from '../e2e/support/start-server'
import { startEmptyApp } from './empty-app'
import type { Row } from './table'

/** From the command to the first page: the first start of a built clone (empty database), then one with nothing to do. */
export async function benchStart(): Promise<Row[]> {
  const dataDir = emptyFolder()
  const first = await timed(async () => (await startServer(dataDir)).stop)
  const second = await timed(async () => (await startServer(dataDir)).stop)
  const empty = await timed(async () => (await startEmptyApp()).stop)
  const yardstick = `${(empty / 1000).toFixed(1)} s, next start of an empty app`
  return [
    { name: 'first start to first page', ours: `${(first / 1000).toFixed(1)} s`, yardstick, ratio: first / empty },
    { name: 'second start to first page', ours: `${(second / 1000).toFixed(1)} s`, yardstick, ratio: second / empty },
  ]
}

async function timed(start: () => Promise<() => Promise<unknown>>): Promise<number> {
  const since = performance.now()
  const stop = await start()
  const took = performance.now() - since
  await stop()
  return took
}
