// Loaded into the app's server by `--import`: writes down each statement that goes to PostgreSQL, one JSON line each.
import { appendFileSync } from 'node:fs'
import pg from 'pg'

const file = process.env.BILIM_BENCH_STATEMENTS
const { query } = pg.Client.prototype

pg.Client.prototype.query = function record(config, values, ...rest) {
  const text = typeof config === 'string' ? config : config?.text
  const parameters = (Array.isArray(values) ? values : config?.values) ?? []
  if (file && text) appendFileSync(file, `${JSON.stringify({ text, values: parameters })}\n`)
  return query.call(this, config, values, ...rest)
}
