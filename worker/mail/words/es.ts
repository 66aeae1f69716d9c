import pages from "../../../app/i18n/messages/es";
import type { Words } from "./words";

export const es: Words = {
  lang: "es",
  demonstration: pages.shell.demonstration,
  cancelled: "Cancelado",
  draft: "Borrador",
  role: (role) => pages.role[role],
  yourTime: (when) => `Donde está usted: ${when}`,
  invitation: ({ organization, short, invitedBy, role, until }) => ({
    subject: `Una invitación de ${short}`,
    before: [
      `${organization} le invita a Hamkke, donde varias organizaciones comparten un calendario y trabajan juntas.`,
      ...(invitedBy ? [`Quién le invita: ${invitedBy}`] : []),
      `Rol: ${role}`,
    ],
    button: "Ver la invitación",
    after: [
      `El enlace sirve una sola vez, solo para esta dirección, hasta: ${until}.`,
      "Si no sabe de qué se trata, borre este mensaje; no pasará nada.",
    ],
  }),
  signInLink: {
    subject: "Su enlace para iniciar sesión",
    before: ["Con este enlace inicia sesión. Sirve una sola vez, durante una hora."],
    button: "Iniciar sesión",
    after: ["Si no lo pidió, borre este mensaje. No pasa nada si no se presiona."],
  },
  passwordReset: {
    subject: "Un enlace para elegir otra contraseña",
    before: [
      "Con este enlace elige una contraseña nueva. Sirve una sola vez, durante una hora, y cierra su sesión en todos los demás dispositivos.",
    ],
    button: "Elegir una contraseña nueva",
    after: ["Si no lo pidió, borre este mensaje. Su contraseña sigue igual."],
  },
  passwordChanged: {
    subject: "Su contraseña cambió",
    before: ["Se cambió la contraseña de su cuenta."],
    button: "Iniciar sesión",
    after: [
      "¿No fue usted? Pida de inmediato un enlace para otra contraseña en la página de inicio de sesión: cierra la sesión de todos los demás.",
    ],
  },
  addressCurrent: ({ newAddress }) => ({
    subject: "¿Va a cambiar su dirección?",
    before: [
      `Su cuenta tendrá otro correo electrónico: ${newAddress}`,
      "Confírmelo aquí y con el enlace que se envió a la dirección nueva. Los dos enlaces sirven una sola vez, durante un día.",
    ],
    button: "Ver el cambio",
    after: ["¿No fue usted? No lo confirme y cambie su contraseña."],
  }),
  addressNew: {
    subject: "Confirme su dirección nueva",
    before: [
      "Esta será la dirección de correo de una cuenta en Hamkke.",
      "Confírmelo aquí y con el enlace que se envió a la dirección anterior. Los dos enlaces sirven una sola vez, durante un día.",
    ],
    button: "Ver el cambio",
    after: ["Si no lo pidió, borre este mensaje."],
  },
  addressChanged: {
    subject: "Su dirección cambió",
    before: ["Desde ahora su cuenta tiene otro correo electrónico. A este ya no llegará nada más."],
    button: "Iniciar sesión",
    after: ["¿No fue usted? Avise de inmediato a quien administra su organización."],
  },
  reminder: (day) => ({
    subject: { today: "Un evento hoy", tomorrow: "Un evento mañana", later: "Un evento pronto" }[day],
    before: [],
    button: "Abrir el evento",
    after: ["El lugar exacto y lo que hay que saber para llegar están en su página."],
    why: "Recibe esto porque creó o cambió este evento, o ayuda en él.",
    unsubscribe: "No más recordatorios",
  }),
  digest: ({ short }) => ({
    subject: `Su semana con ${short}`,
    before: [],
    button: "Abrir el calendario",
    after: [],
    why: `Recibe esto una vez a la semana porque es parte de ${short}.`,
    unsubscribe: "No más mensajes semanales",
    thisWeek: "Esta semana",
    newFromPartners: "Nuevo de otras organizaciones",
    waitsForYou: "Le espera",
    drafts: "Borradores de las próximas tres semanas:",
    hostings: (count) =>
      count === 1
        ? "Otra organización invita a la suya a organizar un evento en conjunto."
        : `Otras organizaciones invitan a la suya a organizar ${count} eventos en conjunto.`,
    hostingsLink: "Ver las invitaciones",
    invitations: (count) =>
      count === 1 ? "Todavía hay una invitación abierta." : `Todavía hay ${count} invitaciones abiertas.`,
    members: "Ver a quién se invitó",
  }),
  hosting: ({ owner, part, mayEdit, occurrences }) => ({
    subject: `${owner} les invita a un evento`,
    before: [
      part === "co_host"
        ? `${owner} le pide a su organización que organicen este evento en conjunto.`
        : `${owner} le pide a su organización que anuncie este evento.`,
      ...(occurrences > 1 ? [`Se hace ${occurrences} veces; una sola respuesta vale para todas.`] : []),
    ],
    button: "Ver la invitación",
    after: [
      ...(mayEdit ? ["Quienes editan en su organización podrían cambiar lo que dice."] : []),
      "En esa página ve qué significa aceptar, y ahí acepta o rechaza. También está el lugar exacto, si está abierto para ustedes.",
    ],
  }),
  hostingAnswered: ({ host, accepted }) => ({
    subject: accepted ? `${host} aceptó` : `${host} no aceptó`,
    before: [
      accepted
        ? `${host} aceptó su invitación y desde ahora aparece junto a su organización.`
        : `${host} no aceptó su invitación y ya no ve el evento, a menos que usted se lo haya abierto de otra forma.`,
    ],
    button: "Abrir el evento",
    after: [],
  }),
  servicesDue: ({ short, due }) => ({
    subject: due === 0 ? `${short}: alguien sugirió un cambio` : `${short}: ¿sigue siendo correcto?`,
    before: [
      "Aquí la gente busca ayuda. Confirme cada recurso, por ejemplo por teléfono, y presione lo que sigue siendo correcto.",
      "Abrir un enlace no cambia nada; lo hace el botón de su página. Si algo cambió, esa página lleva al formulario.",
    ],
    button: "Todo lo que hay que revisar",
    after: [],
    why: `Recibe esto porque cuida lo que ${short} publica en el directorio.`,
    unsubscribe: "No más mensajes como este",
    believed: (day) => `Se considera correcto hasta: ${day}`,
    neverVerified: "Nadie lo ha confirmado todavía",
    stillTrue: (name) => `Sigue siendo correcto: ${name}`,
    suggestions: (count) =>
      count === 1 ? "Una sugerencia espera su respuesta." : `${count} sugerencias esperan su respuesta.`,
  }),
  suggestionAnswered: ({ accepted, name }) => ({
    subject: accepted ? "Se aceptó su sugerencia" : "No se aceptó su sugerencia",
    before: [
      ...(name ? [`Usted sugirió un cambio: ${name}`] : ["Usted sugirió un cambio a un recurso del directorio."]),
      accepted
        ? "El recurso ya lo dice. Gracias: otras personas encuentran el camino correcto por usted."
        : "El recurso queda como está. De todos modos, gracias por avisar.",
    ],
    button: "Abrir el recurso",
    after: ["Si usted no sugirió nada, borre este mensaje. Su dirección no se guarda."],
  }),
  itemsDue: ({ count }) => ({
    subject: count === 1 ? "Tareas conjuntas: una le espera" : `Tareas conjuntas: ${count} le esperan`,
    before: [
      "Esto espera respuesta, vence pronto o está atrasado. Lo que pueda decir ayuda a las demás organizaciones a planear.",
    ],
    button: "Todas las tareas conjuntas",
    lettersButton: "Cartas que esperan",
    after: ["Escribimos una vez al día como máximo, sobre todo a la vez."],
    why: "Recibe esto porque estas partes son suyas, porque en su organización todavía no las tiene nadie, o porque usted firma cartas por ella.",
    unsubscribe: "No más mensajes como este",
    states: {
      ...{ asked: "Sin respuesta", askedLate: "Sin respuesta, atrasada", late: "Atrasada", soon: "Vence pronto" },
      ...{ sign: "Se pide su firma", signLate: "Se pide su firma, atrasada" },
    },
    due: (when) => `Vence: ${when}`,
    part: ({ organization, lead }) => `Parte de ${organization}; la lidera ${lead}`,
    signature: ({ organization, lead }) => `Una carta por firmar como ${organization}; la lidera ${lead}`,
  }),
  settings: "Elija qué recibe y cuándo",
  signup: {
    confirmed: {
      coming: { subject: "Su inscripción está lista", text: "Tiene un lugar." },
      waiting: {
        subject: "Está en la lista de espera",
        text: "Ya no quedan lugares, o hay personas esperando antes. Cuando haya lugares para todos ustedes, le escribimos de nuevo.",
      },
    },
    promoted: { subject: "Se desocupó un lugar para usted", text: "Estaba en espera, y ahora tiene un lugar." },
    cancelled: { subject: "El evento se canceló", text: "El evento al que se inscribió se canceló." },
    changed: {
      subject: "El evento cambió",
      text: "El evento al que se inscribió se hará como aparece aquí ahora.",
    },
    of: (organization, seats) => `Inscripción con ${organization}: ${seats === 1 ? "1 lugar" : `${seats} lugares`}.`,
    button: "Verla, cambiarla o cancelarla",
    secret: "Quien tenga este enlace puede cambiar su inscripción. Si no fue usted quien se inscribió, cancélela ahí.",
    deleted: (day) => `Todo lo de su inscripción se borra el ${day}.`,
  },
};
