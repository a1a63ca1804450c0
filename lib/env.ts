import { createEnv } from '@t3-oss/env-nextjs'
import { z } from 'zod'

// The only place that reads the environment.
export const env = createEnv({
  server: {
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    /** A PostgreSQL server; without it PGlite runs inside this process. */
    DATABASE_URL: z.url().optional(),
    /** Folder of the embedded database and of the secrets made for it. */
    BILIM_DATA_DIR: z.string().default('.data'),
    /** Signs session cookies. `npm start` makes one in embedded mode. */
    NEXTAUTH_SECRET: z.string().min(32).optional(),
    /** Public address; https makes cookies secure. */
    NEXTAUTH_URL: z.url().optional(),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default('Single sign-on'),
    /** Set by Next while it builds. */
    NEXT_PHASE: z.string().optional(),
    /** Folder of the build. */
    NEXT_DIST_DIR: z.string().default('.next'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  },
  experimental__runtimeEnv: {},
  emptyStringAsUndefined: true,
})
