import { test } from '@playwright/test'
import { type Server, startServer } from './start-server'

/** For a file whose tests start servers of their own: starts one, on new data or those given, and ends all after each test. */
export function ownServers(): (dataDir?: string) => Promise<Server> {
  const running: Server[] = []
  test.afterEach(async () => {
    for (const server of running.splice(0)) await server.stop('SIGKILL')
  })
  return async (dataDir) => {
    const server = await startServer(dataDir)
    running.push(server)
    return server
  }
}
