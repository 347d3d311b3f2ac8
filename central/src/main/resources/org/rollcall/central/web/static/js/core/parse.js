// What comes from central, as values. Marks that override the direction of text are made visible: with them "nimda"
// would read "admin" (Unicode UAX #9, explicit directional formatting characters).
const overriding = /[\u202a-\u202e\u2066-\u2069]/g;

export const parse = (json) => JSON.parse(json.replace(overriding, '\ufffd'));
