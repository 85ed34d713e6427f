export const SESSION_SECRET = 'a secret that only tests know, of more than 32 characters'
