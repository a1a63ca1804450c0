import { test } from '@playwright/test'
import { type Server, startServer } from './start-server'

/** On a busy machine a server takes half a minute to start, and such a test starts two or three. */
export const WITH_SERVERS_MS = 400_000

/** For a file whose tests start servers of their own: starts one, on new data or those given, and ends all after each test. */
export function ownServers(): (dataDir?: string) => Promise<Server> {
  const running: Server[] = []
  test.setTimeout(WITH_SERVERS_MS)
  test.afterEach(async () => {
    for (const server of running.splice(0)) await server.stop('SIGKILL')
  })
  return async (dataDir) => {
    const server = await startServer(dataDir)
    running.push(server)
    return server
  }
}
