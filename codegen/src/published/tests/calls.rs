//! Names of what stands beside operations: parameters, bodies, builders, outcomes, views of headers, webhooks, tags.

use super::Folder;

const PETS: &str = "
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets/{id}:
    post:
      operationId: get_pet
      tags: [pet-store]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: fooBar, in: query, schema: {type: string}}
      requestBody:
        content: {application/json: {schema: {type: string}}}
      responses:
        '200':
          description: Fine
          headers: {fooBar: {schema: {type: string}}}
          content: {application/json: {schema: {type: string}}}
        '201': {description: Made}
        '404': {description: Gone}
webhooks:
  petCreated:
    post:
      requestBody: {content: {application/json: {schema: {type: string}}}}
";

/// The same, where everything new comes first and would have a name that is there.
const GROWN: &str = "
openapi: 3.1.0
info: {title: Pets, version: '2'}
paths:
  /a:
    get:
      operationId: get_pet_response
      tags: [pet_store]
      responses: {'200': {description: Fine}}
  /b:
    get:
      operationId: getPetError
      tags: [pet_store]
      responses: {'200': {description: Fine}}
  /c:
    get:
      operationId: getPetHeaders
      tags: [pet_store]
      responses: {'200': {description: Fine}}
  /d:
    get:
      operationId: getPet
      tags: [pet_store]
      responses: {'200': {description: Fine}}
  /pets/{id}:
    post:
      operationId: get_pet
      tags: [pet-store]
      parameters:
        - {name: body, in: query, schema: {type: string}}
        - {name: foo_bar, in: query, schema: {type: string}}
        - {name: fooBar, in: query, schema: {type: string}}
        - {name: id, in: path, required: true, schema: {type: string}}
      requestBody:
        content: {application/json: {schema: {type: string}}}
      responses:
        '404': {description: Gone}
        '201': {description: Made}
        '200':
          description: Fine
          headers: {foo_bar: {schema: {type: string}}, fooBar: {schema: {type: string}}}
          content: {application/json: {schema: {type: string}}}
webhooks:
  pet_created:
    post:
      requestBody: {content: {application/json: {schema: {type: string}}}}
  petCreated:
    post:
      requestBody: {content: {application/json: {schema: {type: string}}}}
";

const KEPT: [&str; 10] = [
    "#/paths/~1pets~1{id}/post/operationId/get_pet/builder pet_store::GetPet\n",
    "#/paths/~1pets~1{id}/post/operationId/get_pet/failure pet_store::GetPetError\n",
    "#/paths/~1pets~1{id}/post/operationId/get_pet/headers pet_store::GetPetHeaders\n",
    "#/paths/~1pets~1{id}/post/operationId/get_pet/headers/foobar pet_store::GetPetHeaders.foo_bar\n",
    "#/paths/~1pets~1{id}/post/operationId/get_pet/parameters/path/id Client::get_pet.id\n",
    "#/paths/~1pets~1{id}/post/operationId/get_pet/parameters/query/fooBar Client::get_pet.foo_bar\n",
    "#/paths/~1pets~1{id}/post/operationId/get_pet/requestBody Client::get_pet.body\n",
    "#/paths/~1pets~1{id}/post/operationId/get_pet/success pet_store::GetPetResponse\n",
    "#/tags/pet-store pet_store\n",
    "#/webhooks/petCreated/post/webhook/petCreated webhooks::pet_created\n",
];

#[test]
fn what_calls_are_made_of_stays_when_others_that_would_have_the_names_come_first() {
    let folder = Folder::new("calls");
    let before = folder.face(PETS);
    let names = folder.names();
    for line in KEPT {
        assert!(names.contains(line), "{line} in\n{names}");
    }
    let after = folder.face(GROWN);
    let names = folder.names();
    for line in KEPT {
        assert!(names.contains(line), "{line} in\n{names}");
    }
    // What was public is so still, but for what the document says of versions.
    let public = |line: &&str| !line.starts_with('#') && !line.starts_with("wire ");
    let lines: Vec<&str> = after.lines().collect();
    for line in before.lines().filter(public) {
        assert!(lines.contains(&line), "{line} in\n{after}");
    }
    // Without the file the newcomers win.
    std::fs::remove_file(folder.0.join("pets.names")).expect("the names");
    folder.face(GROWN);
    let names = folder.names();
    let kept = KEPT.iter().filter(|line| names.contains(**line)).count();
    assert_eq!(kept, 0, "{names}");
}

#[test]
fn a_file_of_fewer_kinds_of_names_is_read_still() {
    let folder = Folder::new("older");
    folder.face(PETS);
    let whole = folder.names();
    let older = |line: &&str| {
        let path = line.rsplit(' ').next().unwrap_or_default();
        line.starts_with('#') && (path.starts_with("models::") || path == "Client::get_pet")
    };
    let text: Vec<&str> = whole.lines().filter(older).collect();
    std::fs::write(folder.0.join("pets.names"), text.join("\n")).expect("names");
    folder.face(PETS);
    assert_eq!(folder.names(), whole);
}

#[test]
fn what_nobody_sends_takes_no_name() {
    // The schema with the properties in it is nobody's; the webhook's is another spelling of it, of the same place.
    let document = "
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
webhooks:
  moved:
    post:
      requestBody:
        content:
          application/json:
            schema:
              allOf:
                - {type: object, required: [state], properties: {state: {type: string, const: here}}}
                - {$ref: '#/components/schemas/pet'}
components:
  schemas:
    pet: {type: object, properties: {state: {type: string, const: here}}}
";
    let folder = Folder::new("nobody");
    let before = folder.face(document);
    let names = folder.names();
    assert!(names.contains("models::MovedBodyState\n"), "{names}");
    assert_eq!(folder.face(document), before);
    assert_eq!(folder.names(), names);
}
