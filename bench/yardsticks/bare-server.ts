// The yardstick for a save: node:http and `pg`, nothing else. It repeats the statements that the app was seen to make,
// with the ids of the request in place of those recorded.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Pool } from 'pg'
import { readStatements, withIds } from './sql-statements'

const [url = '', file = '', port = ''] = process.argv.slice(2)
const pool = new Pool({ connectionString: url, max: 10 })
const statements = readStatements(readFileSync(file, 'utf8'))

createServer(async (request, response) => {
  if (request.method === 'GET') {
    response.end()
    return
  }
  let body = ''
  for await (const chunk of request) body += chunk
  const client = await pool.connect()
  try {
    for (const { text, values } of withIds(statements, JSON.parse(body))) await client.query(text, values)
    response.end('{"kind":"saved"}')
  } catch (error) {
    await client.query('ROLLBACK')
    response.writeHead(500).end(String(error))
  } finally {
    client.release()
  }
}).listen(Number(port), '127.0.0.1')
