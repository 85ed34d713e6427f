import { asyncApi } from './async-api.ts'

/** WeChat's question for its own privacy contract. There is no WeChat here, so it has none and never asks. */
export function privacyApi() {
  return {
    getPrivacySetting: asyncApi('getPrivacySetting', () => ({ needAuthorization: false, privacyContractName: '' })),
    onNeedPrivacyAuthorization: () => undefined,
    openPrivacyContract: asyncApi('openPrivacyContract', () => {
      throw new Error('no privacy contract in the preview')
    }),
  }
}
