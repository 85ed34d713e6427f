/** Names the environment variable that holds the folder of the built mini-program. */
export const BUILT = 'SHOUWEN_TEST_COMPONENTS'
