import type { Door } from '../../shared/contract/routes.ts'
import type { Env } from '../config/env.ts'

/** Which of the ways in that need no token this server has. */
const OPEN: Readonly<Record<Door, (env: Env) => boolean>> = {
  demo: (env) => env.DEMO,
  wechat: (env) => env.WECHAT_APP_ID !== undefined || env.TRUST_WX_HEADER,
  local: (env) => env.LOCAL_LOGIN,
  anyone: () => true,
}

export const isOpen = (door: Door, env: Env): boolean => OPEN[door](env)
