import { randomBytes } from 'node:crypto'
import * as z from 'zod'

/** `1.4.2`: what clients call their version. */
const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' })
const flag = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((text) => text === 'true')
const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))
const list = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item))

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text

/** Secrets travel to it: in the open only to a stand-in on this very machine. */
const isSafeService = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null
  return (
    url?.protocol === 'https:' || (url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname))
  )
}

/** Connections to Postgres: what the API, the migrations and the tools have in common. */
const DatabaseEnvSchema = z.object({
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: whole(1, 200).default(10),
  DATABASE_CONNECT_TIMEOUT_MS: whole(100, 60_000).default(3_000),
  DATABASE_STATEMENT_TIMEOUT_MS: whole(100, 600_000).default(5_000),
  DATABASE_LOCK_TIMEOUT_MS: whole(50, 600_000).default(3_000),
})
export type DatabaseEnv = Readonly<z.output<typeof DatabaseEnvSchema>>

const ServerEnvSchema = DatabaseEnvSchema.extend({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(0, 65_535).default(8080),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  DEMO: flag.default(false),
  ALLOWED_ORIGINS: list(
    z.string().refine(isOrigin, 'must be origins such as https://example.com, comma-separated'),
  ).default([]),
  MINIMUM_CLIENT_VERSION: z.string().regex(VERSION, 'must be a version such as 1.4.2').default('0.0.0'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUSTED_PROXIES: whole(0, 10).default(0),
  RATE_LIMIT_PER_MINUTE: whole(1, 1_000_000).default(1_200),
  JOBS: flag.default(true),
  INTERNAL_TICK_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  WECHAT_APP_ID: z
    .string()
    .regex(/^wx\w{6,40}$/, 'must be the id of a mini-program such as wx1234567890abcdef')
    .optional(),
  WECHAT_APP_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  WECHAT_API_URL: z
    .string()
    .refine(isSafeService, 'must be an https:// URL (http:// only to this machine)')
    .default('https://api.weixin.qq.com'),
  WECHAT_TIMEOUT_MS: whole(100, 30_000).default(3_000),
  TRUST_WX_HEADER: flag.default(false),
  LOCAL_LOGIN: flag.default(false),
  APP_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }).optional(),
}).superRefine(
  (env, context) => {
    const given: Readonly<Record<string, unknown>> = env // what could not be read is missing or still a text
    const missing = (name: string, because: string): void =>
      context.addIssue({ code: 'custom', path: [name], message: `is missing (${because})` })
    if (given.SESSION_SECRET === undefined && given.DEMO !== true)
      missing('SESSION_SECRET', 'only DEMO=true goes without')
    if (given.WECHAT_APP_ID !== undefined && given.WECHAT_APP_SECRET === undefined)
      missing('WECHAT_APP_SECRET', 'WECHAT_APP_ID is nothing without it')
    if (given.WECHAT_APP_SECRET !== undefined && given.WECHAT_APP_ID === undefined)
      missing('WECHAT_APP_ID', 'WECHAT_APP_SECRET is nothing without it')
    if (given.LOCAL_LOGIN === true && given.APP_URL === undefined)
      missing('APP_URL', 'LOCAL_LOGIN=true prints a link to it')
  },
  { when: () => true }, // also when other variables are wrong: every problem is named at once
)

/** Everything the server takes from its environment, checked once. `.env.example` explains each. */
export type Env = Readonly<Omit<z.output<typeof ServerEnvSchema>, 'SESSION_SECRET'> & { SESSION_SECRET: string }>

/** A bad environment; `problems` names every variable that is wrong. */
export class EnvError extends Error {
  override readonly name = 'EnvError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/** The server's settings; throws EnvError. In the demo a secret nobody set lives as long as the process. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const env = parse(ServerEnvSchema, source)
  return Object.freeze({ ...env, SESSION_SECRET: env.SESSION_SECRET ?? randomBytes(32).toString('base64url') })
}

/** The database part alone, for the tools; throws EnvError. */
export const readDatabaseEnv = (source: Readonly<Record<string, string | undefined>>): DatabaseEnv =>
  Object.freeze(parse(DatabaseEnvSchema, source))

function parse<Schema extends z.ZodType>(schema: Schema, source: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new EnvError(
    result.error.issues.map(({ code, path, message }) => {
      const name = String(path[0])
      return `${name}: ${name in given || code === 'custom' ? message : 'is missing'}`
    }),
  )
}
