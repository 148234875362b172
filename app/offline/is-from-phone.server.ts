/** Whether a form comes through the outbox of a phone, which still holds its photo. */
export const isFromPhone = (request: Request): boolean => new URL(request.url).searchParams.has('phoneNow');
