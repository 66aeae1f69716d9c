import type { Translation } from "../../translation";

const problem: Translation["problem"] = {
  campaign_not_there: "Elija una de las campañas de la lista, o ninguna.",
  letter_changed_meanwhile:
    "Mientras tanto cambió el texto de esta carta. Lea abajo el texto nuevo y decida otra vez. No se hizo nada con el anterior.",
  letter_is_closed: "Esta carta está cerrada. Ya no cambia nada en ella.",
  letter_is_final:
    "El plazo de esta carta ya pasó, así que su texto, su plazo y lo que se firmó a tiempo quedan como están.",
  letter_is_a_draft: "Solo ustedes ven esta carta todavía. Muéstrela primero a la coalición.",
  letter_is_no_draft: "La coalición ve esta carta. Mejor ciérrela.",
  letter_is_signed:
    "Alguien ya firmó para quienes pueden ver la carta ahora, así que eso ya no cambia. Para otros lectores, empiece otra carta.",
  letter_deadline_passed:
    "El plazo ya pasó. Todavía se acepta una firma, pero aparece como tardía: marque la casilla para decir que así lo quiere.",
  internal_after_deadline: "El plazo interno debe ser antes del plazo de la carta.",
  deadline_is_over: "Este plazo ya pasó. Elija uno posterior.",
  not_asked_any_more: "Ya nadie espera una respuesta: mientras tanto se firmó o se rechazó.",
  name_somebody: "Elija al menos a una persona.",
  signatory_stands_there: "Es {name}, que ya está en esta carta. Cada organización cuenta una sola vez.",
  signatory_signs_itself: "Es {name}, que está en Hamkke y firma por su cuenta.",
  number_negative: "Una cantidad no puede ser menor que 0. Escriba 0 o más.",
  number_not_whole: "Escriba un número entero: no hay partes de una persona ni de un formulario.",
  number_too_large: "Para un mes se puede anotar 1,000,000,000 como máximo. Revíselo, por favor.",
  number_not_a_number: "No podemos leer esto como número. Escríbalo con cifras, por ejemplo 120 o 1,200.",
  number_out_of_range: "Escriba un número entero de 0 a 1,000,000,000.",
  item_changed_meanwhile:
    "Otra persona guardó esto mientras usted escribía. Arriba está lo que hay ahora; lo que usted escribió sigue aquí. Envíelo otra vez para reemplazarlo.",
  item_closed: "Esto está cerrado. La organización que lo lidera puede abrirlo de nuevo.",
  item_answered: "Ya respondió otra organización. Mejor ciérrelo: así queda a la vista lo que hizo cada quien.",
  part_answered: "Mientras tanto ya respondieron, así que esto ya no se puede retirar.",
  part_changed_meanwhile:
    "Otra persona de su organización cambió esto mientras tanto. Arriba está lo que hay ahora; lo que usted escribió sigue aquí. Envíelo otra vez para reemplazarlo.",
  status_not_next: "De su estado actual no puede pasar a ese. Elija uno de los que se ofrecen.",
  assignee_not_member: "Elija a alguien de su organización.",
  nobody_to_ask: "Elija al menos una organización.",
  number_changed_meanwhile:
    "Otra persona de su organización anotó otro número para este mes mientras tanto. Mire la tabla y envíe el suyo otra vez.",
  month_not_open: "No se puede anotar un número para este mes: no ha comenzado o aquí no se cuenta.",
  month_not_valid: "Elija meses como 2026-11; el último no puede ser antes del primero ni más de cinco años después.",
  month_already_counted:
    "Puede que ya haya números para este mes. El último mes es este o uno posterior; si el conteo ya terminó, su último mes o uno posterior.",
  metric_term_stays:
    "Esto queda como estaba cuando empezó el conteo. Si no, los mismos números se publicarían otra vez, y una diferencia podría revelar los de alguien.",
  metric_changed_meanwhile:
    "Otra persona guardó esto mientras usted escribía. Arriba está lo que hay ahora; lo que usted escribió sigue aquí. Envíelo otra vez para reemplazarlo.",
  month_is_over: "Este mes ya está cerrado. Empiece con uno posterior.",
  minimum_out_of_range:
    "Escriba un número entero de 3 a 50. Con menos de 3, un total mostraría el número de una organización.",
  goal_out_of_range: "Escriba la meta como número entero de 1 a 1,000,000,000,000, o déjela vacía.",
  closing_day_out_of_range: "Elija un día del 1 al 28, que todos los meses tienen.",
  number_not_published: "Solo se puede compartir una cifra que entró en un total publicado. Esta todavía no.",
  already_handed_over: "La organización líder ya tiene esta cifra. Para compartirla otra vez, primero retírela.",
  would_reveal_another: "Esta cifra no se puede compartir: con ella, la organización líder podría calcular la de otra.",
  list_required: "Elija el archivo con los recursos.",
  list_too_large: "El archivo pesa más de 5 MB. Divídalo y lea una parte después de otra.",
  not_a_spreadsheet: "Esta no es una lista que podamos leer. Guárdela como XLSX o CSV, o expórtela como HSDS JSON.",
  spreadsheet_old_or_locked:
    "Es un archivo antiguo de Excel, o está protegido con contraseña. Ábralo en Excel y guárdelo como libro de Excel (.xlsx) sin contraseña.",
  spreadsheet_damaged: "Este archivo está dañado y no se puede leer completo. Guárdelo otra vez y elija el nuevo.",
  spreadsheet_inflates:
    "Al descomprimirlo, este archivo es demasiado grande. Copie la tabla en un libro nuevo y guárdelo.",
  spreadsheet_too_long: "Hay más de {maximum, number} filas. Divida el archivo y lea una parte después de otra.",
  spreadsheet_too_wide: "La fila {row} tiene más de {maximum} columnas. Deje solo las columnas del directorio.",
  quote_not_closed:
    "En la fila {row} se abren comillas que no se cierran. Ciérrelas, o guarde el archivo otra vez desde la hoja de cálculo.",
  no_name_column: "Ninguna columna tiene el encabezado “Nombre”. Ponga los encabezados como en la plantilla.",
  services_none: "En este archivo no hay recursos.",
  json_damaged: "Este JSON está incompleto o no es JSON. Expórtelo otra vez y elija el archivo nuevo.",
  undo_is_over: "Esta importación tiene más de un día o ya se deshizo. Cambie sus recursos uno por uno.",
  import_failed: "Algo falló al importar, así que no se importó nada. Inténtelo de nuevo en un momento.",
  role_name_required: "Diga qué hay que hacer, al menos en un idioma.",
  role_full: "Ya se ocuparon todos los lugares de esta tarea. Elija otra, por favor.",
  busy_at_that_time: "A esa hora ya ayuda en otra parte. Deje primero ese lugar, o elija otro evento.",
  gathering_cancelled: "Este evento se canceló. Su página dice por qué.",
  gathering_over: "Este evento ya pasó.",
  tally_closed: "El conteo está cerrado. Se abre 12 horas antes del comienzo y se cierra tres días después del final.",
  not_a_number_of_people: "Diga cuántas personas, con un número de 1 a {maximum}.",
  required: "Llene este campo.",
  not_found: "Esta página no existe o no está abierta para usted.",
  not_allowed: "Su rol no lo permite. Pregunte a quien administra su organización.",
  unexpected: "Algo falló de nuestro lado. Inténtelo de nuevo en un momento.",
  too_long: "Es demasiado largo: máximo {maximum} caracteres.",
  too_short: "Use al menos {minimum, number} caracteres.",
  not_valid: "Esto no puede ser correcto. Revíselo, por favor.",
  file_required: "Elija el archivo de un calendario o pegue su dirección.",
  file_too_large: "El archivo pesa más de 5 MB. Exporte un período más corto, o un calendario a la vez.",
  calendar_empty: "No hay ningún evento en este calendario.",
  too_many_entries:
    "Este calendario tiene más de 2,000 eventos. Exporte un período más corto, o un calendario a la vez.",
  calendar_unreachable:
    "No se pudo leer ningún calendario en esta dirección. Revísela, y revise que cualquiera con el enlace pueda abrirlo; o elija su archivo.",
  calendar_too_slow: "El calendario tardó más de diez segundos en llegar. Inténtelo más tarde, o elija su archivo.",
  calendar_too_large:
    "El calendario de esta dirección pesa más de 5 MB. Comparta ahí un período más corto, o un calendario aparte.",
  calendar_not_https:
    "La dirección, y cualquier otra a la que lleve, debe comenzar con https:// o webcal://. Cópiela de la configuración de su calendario.",
  calendar_address_not_plain:
    "La dirección, y cualquier otra a la que lleve, no debe tener nombre de usuario, contraseña ni número de puerto. Copie el enlace público o secreto del calendario.",
  not_a_calendar:
    "Este no es un archivo de calendario. Busque en su calendario la dirección o la exportación en formato iCal (.ics).",
  import_over: "Esta vista previa ya no existe: se borra después de un día. Lea otra vez el archivo o la dirección.",
  not_text: "Contiene caracteres que no se pueden leer. Escríbalo de nuevo, por favor.",
  changed_meanwhile: "Otra persona guardó esto mientras usted escribía. Mire abajo y guarde de nuevo.",
  too_slow: "Tardó demasiado y se detuvo. No se cambió nada; inténtelo de nuevo, por favor.",
  service_silent:
    "La base de datos no responde por ahora. No se cambió nada; inténtelo de nuevo en un minuto, por favor.",
  connection_lost:
    "Se perdió la conexión antes de poder enviar esto. Lo que escribió sigue aquí; envíelo otra vez cuando vuelva la conexión.",
  slug_taken: "Esta dirección ya está ocupada. Elija otra, por favor.",
  last_admin:
    "Una organización siempre tiene al menos una persona que la administra. Primero dele ese rol a alguien más.",
  sign_in_refused: "Este correo y esta contraseña no coinciden. Revise los dos, por favor.",
  sign_in_silent: "Por ahora no se puede iniciar sesión. Inténtelo de nuevo en un minuto, por favor.",
  too_many_tries: "Demasiados intentos. Espere unos minutos y vuelva a intentarlo.",
  sign_up_refused:
    "No funcionó. Puede que la dirección de la organización o de la coalición ya esté ocupada, o que este correo ya tenga una cuenta: cambie uno de ellos o inicie sesión.",
  address_not_proven:
    "Primero demuestre que esta dirección es suya: cierre sesión e inicie sesión con un enlace por correo. Después abra la invitación otra vez.",
  address_unchanged: "Esta ya es su dirección.",
  too_much_mail:
    "Hoy ya se envió mucho correo a esta dirección. {minutes, plural, one {Inténtelo de nuevo en un minuto.} other {Inténtelo de nuevo en # minutos.}}",
  held_back:
    "Demasiados intentos. {minutes, plural, one {Inténtelo de nuevo en un minuto.} other {Inténtelo de nuevo en # minutos.}}",
  password_wrong:
    "Esta no es su contraseña. Inténtelo de nuevo, o presione “Olvidé mi contraseña” para recibir un enlace y elegir otra.",
  message_gone: "Este mensaje ya se envió mientras tanto, o ya no se guarda.",
  already_member: "Esta dirección es de alguien que ya está en su organización.",
  invitation_open:
    "Esta dirección ya tiene una invitación abierta. Cree un enlace nuevo para ella en la página de miembros.",
  invitation_gone: "Esta invitación se aceptó o se retiró mientras tanto. Vuelva a los miembros.",
  invitation_other_address: "Este enlace se hizo para otra dirección. Use la dirección a la que le invitaron.",
  too_many_invitations: "Hay doscientas invitaciones en espera. Retire algunas antes de crear más.",
  own_role: "Nadie cambia su propio rol. Pídaselo a otra persona que administre.",
  email_not_valid: "Escriba un correo electrónico completo, por ejemplo nombre@ejemplo.org.",
  link_not_valid: "Este enlace ya se usó o se venció. Pida uno nuevo a quien se lo dio.",
  passphrase_too_short:
    "Use al menos 12 caracteres. Lo más fácil de recordar son tres o cuatro palabras sin relación entre sí.",
  passphrase_too_long: "Use como máximo 72 bytes: unas 70 letras, o 24 sílabas coreanas.",
  slug_not_valid: "Use letras minúsculas de la a a la z, números y guiones sueltos entre ellos.",
  account_exists: "Aquí no se puede crear una cuenta con este correo. Si es suyo, inicie sesión.",
  unknown_time_zone: "No conocemos esta zona horaria. Elija una de la lista.",
  choose_one: "Elija una de estas opciones.",
  too_many: "Son demasiados: máximo {maximum}.",
  title_required: "Póngale un título al menos en un idioma.",
  date_not_understood: "Este no es un día del calendario. Escríbalo así: 2026-11-28.",
  date_far_away: "Elija un día entre {first} y {last}.",
  time_not_understood: "Esta no es una hora del día. Escríbala así: 3pm o 15:00.",
  time_morning_or_afternoon: "¿De la mañana o de la tarde? Escríbala así: 3pm o 15:00.",
  language_unknown:
    "No conocemos este idioma: {typed}. Escriba su nombre en español, inglés o coreano, separando varios con comas.",
  form_incomplete: "El formulario no llegó completo. Ábralo de nuevo, por favor.",
  ends_before_it_starts: "Termina antes de comenzar. Si termina un día después, ponga ese día.",
  local_time_skipped:
    "Esta hora no existe ese día: entonces se adelantan los relojes. Elija una hora anterior o posterior.",
  local_time_repeated:
    "Esta hora ocurre dos veces ese día, porque se atrasan los relojes. Elija a cuál de las dos se refiere.",
  too_long_lasting: "Un evento dura 31 días como máximo.",
  named_needs_recipients: "Elija al menos una organización, o elija “Solo nosotros”.",
  recipient_not_in_coalition:
    "Una de estas organizaciones ya no comparte ninguna coalición con la suya. Elija de nuevo.",
  coalition_not_yours: "Elija una coalición a la que pertenezca su organización.",
  reason_required: "Diga por qué, en pocas palabras. Lo leerán todas las personas que pueden ver el evento.",
  already_cancelled: "Este evento ya está cancelado.",
  not_cancelled: "Este evento no está cancelado.",
  not_plain_text: "Contiene caracteres que no se pueden mostrar. Escríbalo de nuevo, por favor.",
  not_understood: "Esto no puede ser correcto. Revíselo, por favor.",
  out_of_range: "Elija un día entre 2000 y 2099.",
  host_not_in_coalition:
    "Solo se puede invitar a organizaciones que comparten una coalición con la suya. Elija de nuevo.",
  draft_has_no_hosts: "Un borrador no se puede organizar en conjunto. Primero publíquelo y luego invite.",
  held_with_others:
    "Otras organizaciones lo organizan con ustedes, así que no puede volver a ser borrador. Primero terminen de organizarlo en conjunto.",
  already_hosting: "Esta organización ya está invitada, o ya organiza el evento con ustedes.",
  hosting_answered: "Esta invitación ya se respondió. Si cambió de opinión, pida que le inviten de nuevo.",
  only_the_owner_decides: "Eso solo lo decide la organización dueña de este evento. Pídale que lo cambie.",
  still_a_draft: "Un borrador que nadie más ha visto no se puede cancelar.",
  demonstration_gone: "Esta cuenta no es parte de la demostración.",
  range_too_long: "Es un período demasiado largo. Elija 400 días como máximo.",
  too_many_feeds: "Ya tiene veinte enlaces de calendario. Termine uno que ya no use y luego cree este.",
  too_many_filters: "Son demasiados filtros a la vez. Elija 60 como máximo de cada tipo.",
  detail_wider_than_card:
    "Los detalles no pueden estar abiertos a más personas que el evento. Primero abra más el evento, o elija menos.",
  publishing_is_a_decision: "Marque la casilla si cualquier persona puede ver esto. Si no, elija a menos personas.",
  mail_address_not_understood:
    "A esta dirección no se puede escribir. Escriba una sola, por ejemplo oficina@ejemplo.org.",
  link_not_understood: "Escriba la dirección de una página web, que comience con https:// o http://",
  phone_not_understood:
    "No podemos leer este número de teléfono. Escríbalo con el código de área, por ejemplo 213-555-0100, o con el del país, por ejemplo +82 2 555 0100.",
  unknown_need: "No conocemos este tipo de ayuda. Elija uno de la lista.",
  day_not_yet_come: "Este día todavía no llega. Escriba el día en que fue.",
  last_day_before_first: "El último día es antes del primero. Cambie uno de los dos.",
  came_out_before_it_began: "Eso es antes de que empezara la campaña. Cambie el día o el primer día de la campaña.",
  campaign_runs: "Esta campaña ya está en marcha.",
  layer_wider_than_card: "Esto no lo pueden ver más personas que el recurso. Elija menos aquí, o más arriba.",
  never_public: "Esto nunca puede ser público, para proteger a las personas que van ahí. Elija la coalición o menos.",
  seen_by_others:
    "Otras personas ya vieron este recurso, así que no se puede eliminar. Mejor ciérrelo: quien tenga el enlace leerá que terminó.",
  service_name_required: "Escriba un nombre, al menos en un idioma.",
  hours_not_understood: "No podemos leer “{typed}”. Escriba días y horas así: Mon-Fri 9:00-17:00.",
  closure_not_understood: "No podemos leer “{typed}”. Escriba primero el día, así: 2026-12-25 Navidad.",
  coordinates_not_understood: "No podemos leer estas coordenadas. Escríbalas así: 34.0617, -118.3009.",
  link_not_https: "Escriba el enlace completo, que comience con https://",
  rule_not_understood: "No entendemos esta forma de repetirse. Elija una de la lista.",
  too_many_occurrences:
    "Son demasiadas: máximo {maximum, number} veces. Deje el final abierto si sigue por mucho tiempo.",
  not_last_of_month:
    "Este día no es el último de su día de la semana en el mes. Elija otro día, u otra forma de repetirse.",
  interval_not_understood: "Escriba un número entero de 1 a {maximum, number}.",
  count_not_understood: "Escriba cuántas veces, con un número entero de 1 a {maximum, number}.",
  count_too_small: "Antes de este ya hubo varios: escriba al menos {minimum, number}.",
  until_before_start: "Este día es antes del evento mismo. Elija uno posterior.",
  day_in_list: "Este no es un día del calendario: {typed}. Escriba un día por línea, así: 2026-11-28.",
  no_occurrences: "Con esta regla nunca se haría. Revise la regla y los días que se saltan.",
  day_not_in_rule: "Su propio día no sigue esta regla. Cambie el día, o marque también su día de la semana.",
  already_over: "Este ya pasó y queda como estaba. Cambie uno que todavía no se haya hecho.",
  number_between: "Escriba un número de {minimum, number} a {maximum, number}.",
  signups_closed: "La inscripción está cerrada. Pregunte a la organización si todavía puede venir.",
  party_too_large:
    "Pueden venir juntas {maximum, number} personas como máximo. Inscríbanse en grupos más pequeños, o pregunte a la organización.",
  no_room_for_more:
    "Ahora no hay más lugares libres para usted. Conserva {seats, plural, one {su # lugar} other {sus # lugares}}.",
  signup_sent_already:
    "Este formulario ya se envió, con otras respuestas. Cámbielas con su código de inscripción; para inscribir a otra persona, abra el formulario de nuevo.",
  seen_by_another: "Ahora vería su inscripción otra organización. Lea cuál es y envíela de nuevo.",
  signups_would_go:
    "Ya se inscribieron personas, y con esa fecha sus datos se borrarían de inmediato. Revise la fecha, sobre todo el año.",
  signup_cancelled: "Esta inscripción está cancelada. Si después de todo quiere venir, inscríbase de nuevo.",
  says_so_already: "Ya dice eso. Escriba lo que debería ser diferente.",
  suggestion_sent_already: "Esta sugerencia ya se envió. Para otra, abra la página de nuevo.",
  suggestion_answered: "Esta sugerencia ya se respondió. Mire en la lista las que faltan.",
  suggestion_code_unknown:
    "Ninguna sugerencia tiene este código. Revise lo que escribió; después de 180 días se borra todo, también el código.",
  not_to_be_taken_over: "Ahora no se puede cuidar: ya lo cuida su organización u otra.",
  code_unknown:
    "Ninguna inscripción tiene este código. Revise lo que escribió; después de su fecha se borra todo, también el código.",
  name_taken: "Ya tiene una plantilla con este nombre. Elija otro nombre.",
};

export default problem;
