import { defineConfig } from 'prisma/config'

// Generate, validate and format need no engine, but the CLI would download one first. Pointing at an existing
// executable keeps a machine without that host working; operators who migrate with the CLI set the variable themselves.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
})
