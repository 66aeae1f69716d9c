import type { Translation } from "../../translation";

/** What is said of those who help, and on the day. */
const volunteers: Pick<Translation, "onTheDay" | "volunteers" | "tally"> = {
  onTheDay: {
    title: "El día del evento",
    places: "{taken} de {needed}",
    volunteers: "Voluntariado",
    tally: "Contar a quienes llegan",
  },
  volunteers: {
    title: "Voluntariado",
    lead: "Pueden ayudar los miembros de todas las organizaciones que hacen el evento. Los nombres los ve solo la organización de cada quien; las demás ven cantidades.",
    none: "Todavía no se necesita a nadie.",
    noneWrite:
      "Diga qué hay que hacer y cuántas personas se necesitan, y los miembros de las organizaciones que hacen el evento podrán apuntarse.",
    noneRead: "Aquí aparecerá para qué se necesita ayuda.",
    missing: "{taken} de {needed}, {missing, plural, one {falta 1} other {faltan #}}",
    full: "{taken} de {needed}, completo",
    speaks: "Debe hablar: {languages}",
    takeAs: "Ayudar como {organization}",
    takeTitle: "¿Quiere ayudar con esto?",
    you: "(usted)",
    outOfTime: "Ya no cuenta: el evento se canceló o se pasó a una hora en la que hay otro compromiso",
    leave: "Dejar mi lugar",
    free: "Liberar el lugar de {person}",
    leaveTitle: "¿Liberar este lugar?",
    leaveLead: "{role}: otra persona podrá tomarlo.",
    add: "Pedir voluntarios",
    addAs: "Agregar como {organization}",
    saveAs: "Guardar como {organization}",
    change: "Cambiar",
    changeTitle: "Cambiar lo que se necesita",
    remove: "Quitar",
    removeTitle: "¿Quitar esto?",
    removeLead: "{role}: quienes se apuntaron ya no hacen falta.",
    removeAs: "Quitar como {organization}",
    nameIn: "Qué hay que hacer ({language})",
    nameHint: "Por ejemplo: recibir en la puerta, interpretar en coreano, cuidar niños",
    needed: "Cuántas personas",
    languages: "Idiomas que deben hablar",
    back: "Volver",
  },
  tally: {
    title: "Contar a quienes llegan",
    lead: "Presione una vez por cada persona que entra. También cuenta sin conexión, y cada vez se suma una sola vez cuando la conexión vuelve.",
    one: "Una más",
    back: "Restar una",
    here: "en el conteo",
    hereOf: "en nuestro conteo, {total} en total",
    allSent: "Todo guardado",
    waiting:
      "{count, plural, one {Falta guardar 1 conteo. Se guardará} other {Falta guardar # conteos. Se guardarán}} cuando vuelva la conexión.",
    refused:
      "No se pudo guardar: se cerró su sesión o ya pasó el tiempo para contar. Lo pendiente se guarda cuando vuelva a iniciar sesión.",
    closed:
      "El conteo está cerrado. Se abre 12 horas antes del inicio y se cierra tres días después del final. Hasta ahora, {total} en total.",
    onlyMembers: "Su rol permite leer, no contar. Hasta ahora, {total} en total.",
    toGathering: "Ir al evento",
  },
};

export default volunteers;
